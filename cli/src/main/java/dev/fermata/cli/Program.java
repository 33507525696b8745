package dev.fermata.cli;

import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.text.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the program was called: by its own name, by Docker Compose's, or by the docker client as a
 * plugin, which puts its own flags and the plugin's name before the arguments. {@code name} is what
 * the user typed; {@code refusal} is there where the flags of the docker client ask for too much.
 */
record Program(String name, Invocation invocation, Optional<Ending> refusal) {
  static final String METADATA_WORD = "docker-cli-plugin-metadata";

  /** What the client asks after a command, where the user wants hints of plugins: we have none. */
  static final String HOOKS_WORD = "docker-cli-plugin-hooks";

  /** Set by the docker client for its plugins. */
  private static final String PLUGIN_VARIABLE = "DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND";

  private static final String STANDALONE = "docker-compose";
  private static final Set<String> PLUGIN_NAMES = Set.of("fermata", "compose");

  /** What the docker client asks a plugin for before it calls it. */
  static String metadata() {
    return """
    {"SchemaVersion":"0.1.0","Vendor":"Fermata","Version":"v%s",\
    "ShortDescription":"Compose projects, gated by readiness"}\
    """
        .formatted(Version.NUMBER);
  }

  /** {@code executable} is the file name by which the process was called. */
  static Program of(Invocation called, String executable) {
    List<String> args = called.args();
    var flags = new DockerFlags(args);
    List<String> rest = args.subList(flags.count(), args.size());
    boolean isPlugin = called.environment().containsKey(PLUGIN_VARIABLE);
    if (!rest.isEmpty() && PLUGIN_NAMES.contains(rest.getFirst())) {
      return with(flags, called, "docker " + rest.getFirst(), rest.subList(1, rest.size()));
    }
    boolean isHelp = isPlugin && rest.size() > 1 && rest.getFirst().equals("help");
    if (isHelp && PLUGIN_NAMES.contains(rest.get(1))) {
      var asked = new ArrayList<>(List.of("help"));
      asked.addAll(rest.subList(2, rest.size()));
      return with(flags, called, "docker " + rest.get(1), asked);
    }
    if (executable.equals(STANDALONE) && !isPlugin) {
      return with(flags, called, STANDALONE, rest);
    }
    return new Program("fermata", called, Optional.empty());
  }

  private static Program with(
      DockerFlags flags, Invocation called, String name, List<String> args) {
    var wanted = new ArrayList<>(args);
    if (flags.has("help")) {
      wanted.addFirst("--help");
    }
    return new Program(
        name, called.with(wanted, flags.applied(called.environment())), flags.refusal());
  }
}
