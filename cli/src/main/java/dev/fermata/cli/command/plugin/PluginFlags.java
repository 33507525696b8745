package dev.fermata.cli.command.plugin;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Session;
import dev.fermata.runner.docker.location.ClientPlugin;
import java.util.List;

/** Which plugin it is about, and for whom. */
record PluginFlags(String name, boolean forAllUsers) {
  private static final Flag<String> AS =
      Flag.oneOf(
          List.of("fermata", "compose"),
          "NAME",
          "The docker client's word for it: fermata, or compose in the place of Docker Compose",
          "--as");
  private static final Flag<Boolean> SYSTEM =
      Flag.off("For all users, not in your own `~/.docker`", "--system");

  static final List<Flag<?>> ALL = List.of(AS, SYSTEM);

  static PluginFlags of(Arguments given) {
    return new PluginFlags(given.get(AS), given.has(SYSTEM));
  }

  ClientPlugin plugin(Session session) {
    return forAllUsers
        ? ClientPlugin.ofSystem(name)
        : ClientPlugin.ofUser(session.invocation().environment(), name);
  }

  /** What these flags were on a command line, for a hint. */
  String text() {
    return (name.equals("compose") ? " --as compose" : "") + (forAllUsers ? " --system" : "");
  }
}
