package dev.fermata.model;

/** The name that scopes all that belongs to a project: {@code [a-z0-9][a-z0-9_-]*}. */
public record ProjectName(String text) {
  private static final java.util.regex.Pattern VALID =
      java.util.regex.Pattern.compile("[a-z0-9][a-z0-9_-]*");

  public ProjectName {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a project name: " + text);
    }
  }

  public static boolean isValid(String text) {
    return VALID.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
