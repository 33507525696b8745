package dev.fermata.cli.session;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One call of the program with all that the process would give it, so that a call can be made
 * without a process.
 */
public record Invocation(
    List<String> args,
    Map<String, String> environment,
    Path directory,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal) {

  public Invocation {
    args = List.copyOf(args);
    environment = Map.copyOf(environment);
  }

  /** The same call with other arguments and environment. */
  public Invocation with(List<String> otherArgs, Map<String, String> otherEnvironment) {
    return new Invocation(otherArgs, otherEnvironment, directory, in, out, err, terminal);
  }

  /** The value of a variable; empty where it is unset or empty. */
  public java.util.Optional<String> variable(String name) {
    return java.util.Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
  }
}
