package dev.fermata.planner.digest;

/** A field that differs: {@code environment.LOG_LEVEL}. Values are not kept: they may be secret. */
public record FieldChange(String field, Kind kind) {
  /** What happened to the field. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }
}
