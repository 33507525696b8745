package dev.fermata.buildkit.ignore;

/** A text that was to be a pattern and is none; the message says where, which and why. */
public final class PatternException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;

  PatternException(String pattern, String reason) {
    super("`" + pattern + "` is no pattern: " + reason);
    this.place = "";
  }

  private PatternException(String place, PatternException cause) {
    super(place + ": " + cause.getMessage(), cause);
    this.place = place;
  }

  /** The same, with the place where the text stands. */
  PatternException at(String where) {
    return place.isEmpty() ? new PatternException(where, this) : this;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public String hint() {
    return "put a `\\` before what is meant as it is";
  }
}
