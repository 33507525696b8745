package dev.fermata.sources.git;

import dev.fermata.sources.cache.UnreachableProject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The user's {@code git}, with the user's own logins. It asks nobody anything, runs no hook, and
 * speaks the protocols of the network alone.
 */
final class Git {
  private static final int MOST_OUTPUT = 1 << 20;

  /** What a calling git says of its own repository. */
  private static final List<String> OF_A_CALLER =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_COMMON_DIR",
          "GIT_NAMESPACE",
          "GIT_PREFIX",
          "GIT_TEMPLATE_DIR");

  private static final List<String> SAFE =
      List.of(
          "-c", "core.hooksPath=/dev/null",
          "-c", "core.fsmonitor=false",
          "-c", "core.attributesFile=/dev/null",
          "-c", "core.autocrlf=false",
          "-c", "advice.detachedHead=false");

  private final Map<String, String> environment;

  /** How a call ended; {@code text} is what it wrote to either stream. */
  record Outcome(int code, String text) {
    boolean succeeded() {
      return code == 0;
    }

    /** The line that says what is wrong: the first, as others follow from it. */
    String complaint() {
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("warning: "))
          .map(line -> line.replaceFirst("^(fatal|error|remote): ", ""))
          .findFirst()
          .orElse("exit code " + code);
    }
  }

  Git(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** A call that talks to a server. {@code protocol} is allowed beside the usual ones. */
  Outcome remote(String protocol, Duration limit, List<String> arguments)
      throws UnreachableProject {
    Map<String, String> variables = variables();
    variables.put("GIT_ALLOW_PROTOCOL", "https:http:ssh:git:" + protocol);
    if (!variables.containsKey("GIT_SSH") && !variables.containsKey("GIT_SSH_COMMAND")) {
      variables.put("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ControlMaster=no");
    }
    return run(variables, limit, arguments);
  }

  /** A call that works on files alone: the user's settings, filters among them, have no part. */
  Outcome local(Duration limit, List<String> arguments) throws UnreachableProject {
    Map<String, String> variables = variables();
    variables.put("GIT_ALLOW_PROTOCOL", "");
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
    variables.put("GIT_ATTR_NOSYSTEM", "1");
    return run(variables, limit, arguments);
  }

  private Map<String, String> variables() {
    var variables = new HashMap<>(environment);
    OF_A_CALLER.forEach(variables::remove);
    variables.put("GIT_TERMINAL_PROMPT", "0");
    variables.put("LC_ALL", "C");
    return variables;
  }

  private static Outcome run(Map<String, String> variables, Duration limit, List<String> arguments)
      throws UnreachableProject {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(SAFE);
    command.addAll(arguments);
    Process process = start(command, variables);
    var output = CompletableFuture.supplyAsync(() -> text(process), Git::inBackground);
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UnreachableProject(
            "`git` has not answered for %d seconds".formatted(limit.toSeconds()));
      }
      return new Outcome(process.exitValue(), output.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableProject("fetching was broken off");
    } finally {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static void inBackground(Runnable task) {
    Thread.ofVirtual().start(task);
  }

  private static Process start(List<String> command, Map<String, String> variables)
      throws UnreachableProject {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().clear();
    builder.environment().putAll(variables);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UnreachableProject(
          "`git`, which fetches repositories, cannot be run", "install git, or put it on the PATH");
    }
  }

  /** Reads to the end, and keeps the beginning. */
  private static String text(Process process) {
    try (InputStream stream = process.getInputStream()) {
      String text = new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      stream.transferTo(java.io.OutputStream.nullOutputStream());
      return text;
    } catch (IOException e) {
      return "its output broke off: " + e.getMessage();
    }
  }
}
