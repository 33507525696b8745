package dev.fermata.runner.docker.progress;

import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.BuildFailure;

/** Builds that failed, in our words. */
public final class BuildFailures {
  /** A failure in the middle of an answer that has begun well. */
  private static final int NO_STATUS = 200;

  private BuildFailures() {}

  /** Of a Dockerfile that was looked at alone. */
  static EngineException ofCheck(String reported, BuildFailure failure) {
    EngineException known = Refusals.of(Call.BUILD.about(""), NO_STATUS, reported);
    return known.kind() == Kind.OTHER
        ? new EngineException(Kind.BUILD_FAILED, reported, "").inBuild(failure)
        : known.inBuild(failure);
  }

  /**
   * What is known of the cause is told; a base image that is not to be had is a kind of its own.
   * {@code reported} is the builder's sentence.
   */
  public static EngineException of(String reported, BuildFailure failure) {
    EngineException known = Refusals.of(Call.BUILD.about(""), NO_STATUS, reported);
    boolean isKnown = known.kind() != Kind.OTHER;
    String at = failure.step().map(step -> " at `" + step + "`").orElse("");
    String message = "the build failed" + at;
    if (isKnown) {
      return new EngineException(
              known.kind(), message + ": " + known.getMessage(), reported, known.hint())
          .inBuild(failure);
    }
    if (failure.exitCode().isPresent()) {
      return new EngineException(
              Kind.BUILD_FAILED, message + ": exit code " + failure.exitCode().getAsInt(), "")
          .inBuild(failure);
    }
    return new EngineException(Kind.BUILD_FAILED, message + ": " + reported, "").inBuild(failure);
  }
}
