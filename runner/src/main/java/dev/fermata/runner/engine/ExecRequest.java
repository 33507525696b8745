package dev.fermata.runner.engine;

import java.util.List;
import java.util.Optional;

/** A command to run inside; {@code user} empty is the container's. */
public record ExecRequest(List<String> command, Optional<String> user) {
  public ExecRequest {
    command = List.copyOf(command);
  }

  public static ExecRequest of(List<String> command) {
    return new ExecRequest(command, Optional.empty());
  }
}
