package dev.fermata.planner.request;

/** What the user asks of {@code push}. */
public record PushOptions(UpOptions.Selection selection, Absent absent) {

  /** What becomes of images that the engine does not have. */
  public enum Absent {
    REFUSED,
    LEFT
  }
}
