package dev.fermata.model.leak;

/**
 * A value that looks like a secret. {@code type} is Docker Compose's word for it; {@code key} is
 * where it stands, and empty in a text without keys.
 */
public record Leak(String type, String key, String value) {
  private static final int SHOWN = 4;

  /** Enough of the value to find it, and too little to use it. */
  public String masked() {
    String line = value.lines().findFirst().orElse("");
    return line.substring(0, Math.min(SHOWN, line.length() / 2)) + "...";
  }

  @Override
  public String toString() {
    return type + " at " + key;
  }
}
