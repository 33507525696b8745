package dev.fermata.runner.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A command to run inside; {@code user} and {@code workingDirectory} empty are the container's, and
 * {@code environment} ({@code NAME=value}) comes on top of the container's own.
 */
public record ExecRequest(
    List<String> command,
    Optional<String> user,
    Optional<String> workingDirectory,
    List<String> environment,
    Privileges privileges) {

  /** What the command may do. */
  public enum Privileges {
    OF_CONTAINER,
    ALL
  }

  public ExecRequest {
    command = List.copyOf(command);
    environment = List.copyOf(environment);
  }

  public ExecRequest(List<String> command, Optional<String> user) {
    this(command, user, Optional.empty(), List.of(), Privileges.OF_CONTAINER);
  }

  /** The same with other variables. */
  public ExecRequest with(UnaryOperator<List<String>> variables) {
    return new ExecRequest(
        command, user, workingDirectory, variables.apply(environment), privileges);
  }

  public static ExecRequest of(List<String> command) {
    return new ExecRequest(command, Optional.empty());
  }
}
