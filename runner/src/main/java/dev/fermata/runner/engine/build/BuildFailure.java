package dev.fermata.runner.engine.build;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a build failed: the step that did, its process's exit code, what it wrote last, and where it
 * stands. A Dockerfile that cannot be read has no step.
 */
public record BuildFailure(
    Optional<String> step,
    OptionalInt exitCode,
    List<String> lastLines,
    Optional<DockerfilePlace> place) {
  public BuildFailure {
    lastLines = List.copyOf(lastLines);
  }
}
