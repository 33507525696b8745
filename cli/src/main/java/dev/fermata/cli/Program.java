package dev.fermata.cli;

import dev.fermata.cli.command.Invocation;
import dev.fermata.cli.text.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the program was called: by its own name, or by the docker client as a plugin, which puts its
 * own flags and the plugin's name before the arguments. {@code name} is what the user typed.
 */
record Program(String name, Invocation invocation) {
  static final String METADATA_WORD = "docker-cli-plugin-metadata";

  /** The docker client's flags that take a value, and the variable that says the same. */
  private static final Map<String, String> DOCKER_VALUES =
      Map.of(
          "--host", "DOCKER_HOST",
          "-H", "DOCKER_HOST",
          "--context", "DOCKER_CONTEXT",
          "-c", "DOCKER_CONTEXT",
          "--config", "DOCKER_CONFIG",
          "--tlscacert", "DOCKER_TLS_CA",
          "--tlscert", "DOCKER_TLS_CERT",
          "--tlskey", "DOCKER_TLS_KEY",
          "--log-level", "DOCKER_LOG_LEVEL",
          "-l", "DOCKER_LOG_LEVEL");

  private static final Set<String> DOCKER_FLAGS = Set.of("--tls", "--tlsverify", "-D", "--debug");
  private static final Set<String> PLUGIN_NAMES = Set.of("fermata", "compose");

  /** What the docker client asks a plugin for before it calls it. */
  static String metadata() {
    return """
    {"SchemaVersion":"0.1.0","Vendor":"Fermata","Version":"v%s",\
    "ShortDescription":"Compose projects, gated by readiness"}\
    """
        .formatted(Version.NUMBER);
  }

  static Program of(Invocation called) {
    List<String> args = called.args();
    var environment = new HashMap<>(called.environment());
    int at = 0;
    while (at < args.size() && isDockers(args.get(at))) {
      at += takeDockerFlag(args, at, environment);
    }
    if (at >= args.size() || !PLUGIN_NAMES.contains(args.get(at))) {
      return new Program("fermata", called);
    }
    return new Program(
        "docker " + args.get(at), called.with(args.subList(at + 1, args.size()), environment));
  }

  private static boolean isDockers(String arg) {
    return DOCKER_FLAGS.contains(arg) || DOCKER_VALUES.containsKey(name(arg));
  }

  /** Notes the flag in the environment; the count of arguments that it takes. */
  private static int takeDockerFlag(List<String> args, int at, Map<String, String> environment) {
    String arg = args.get(at);
    if (arg.equals("-D") || arg.equals("--debug")) {
      environment.put(ErrorReport.DEBUG_VARIABLE, "1");
    }
    String variable = DOCKER_VALUES.get(name(arg));
    if (variable == null) {
      return 1;
    }
    int equals = arg.indexOf('=');
    if (equals >= 0) {
      environment.put(variable, arg.substring(equals + 1));
      return 1;
    }
    if (at + 1 < args.size()) {
      environment.put(variable, args.get(at + 1));
    }
    return 2;
  }

  private static String name(String arg) {
    int equals = arg.indexOf('=');
    return equals < 0 ? arg : arg.substring(0, equals);
  }
}
