package dev.fermata.runner.engine;

/**
 * A word on a pull or a build. {@code part} is a layer or a build step ("" for the whole), {@code
 * current} of {@code total} bytes where they are known, else 0. A build's output comes as {@code
 * text}.
 */
public record ImageProgress(String part, String text, long current, long total, Kind kind) {

  /** What passes by, or what the user should know whatever becomes of it. */
  public enum Kind {
    PROGRESS,
    WARNING
  }

  public ImageProgress(String part, String text, long current, long total) {
    this(part, text, current, total, Kind.PROGRESS);
  }

  public static ImageProgress warning(String text) {
    return new ImageProgress("", text, 0, 0, Kind.WARNING);
  }
}
