package dev.fermata.planner.plan;

import dev.fermata.planner.observed.ContainerRef;

/** A container that is as it is wanted, where the user expects to be told: no step is about it. */
public record Untouched(ContainerRef container, State state) {
  public enum State {
    /** It was to be stopped. */
    STOPPED,
    /** It was to run. */
    RUNNING
  }
}
