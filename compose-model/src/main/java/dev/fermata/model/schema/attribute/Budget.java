package dev.fermata.model.schema.attribute;

/** How many values a load may still make of short texts. Whoever overdraws it stops. */
public final class Budget {
  private final int whole;
  private long left;

  public Budget(int whole) {
    this.whole = whole;
    this.left = whole;
  }

  /** Takes so much; whether it was there. */
  public boolean spend(long amount) {
    left -= amount;
    return left >= 0;
  }

  public boolean isSpent() {
    return left < 0;
  }

  public int whole() {
    return whole;
  }
}
