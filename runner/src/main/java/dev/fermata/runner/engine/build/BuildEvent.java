package dev.fermata.runner.engine.build;

import java.time.Duration;

/**
 * What happens in a build. Its steps are numbered from 1 in the order in which they first begin;
 * one may begin again after its end, and {@code took} is then all of its time.
 */
public sealed interface BuildEvent {

  /** {@code name} is the builder's: {@code [base 2/3] RUN make}. */
  record StepBegun(int step, String name) implements BuildEvent {}

  record StepEnded(int step, String name, StepEnd end, Duration took) implements BuildEvent {}

  /** A whole line that a step wrote; {@code text} is without its end. */
  record OutputLine(int step, Stream stream, String text) implements BuildEvent {}

  /**
   * How far a part of a step is, in bytes: a layer that is pulled, a context that is sent. {@code
   * total} is 0 where nobody knows it.
   */
  record PartMoved(int step, String part, long current, long total, Motion motion)
      implements BuildEvent {}

  /** What the builder finds doubtful in a Dockerfile. */
  record Warned(DockerfileWarning warning) implements BuildEvent {}

  /** Something beside that the user should know whatever becomes of the build: logins. */
  record Noticed(String warning) implements BuildEvent {}

  /** How a step ended. */
  sealed interface StepEnd {
    StepEnd DONE = new Done();
    StepEnd CACHED = new Cached();
    StepEnd CANCELLED = new Cancelled();

    record Done() implements StepEnd {}

    /** An earlier build has done it. */
    record Cached() implements StepEnd {}

    /** {@code why} is the builder's sentence. */
    record Failed(String why) implements StepEnd {}

    /** Something else has failed, or the user broke off. */
    record Cancelled() implements StepEnd {}
  }

  /** Where a process wrote. */
  enum Stream {
    OUT,
    ERR
  }

  /** Whether a part still goes on. */
  enum Motion {
    GOING_ON,
    COMPLETE
  }
}
