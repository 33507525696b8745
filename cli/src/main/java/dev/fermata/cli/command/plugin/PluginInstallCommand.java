package dev.fermata.cli.command.plugin;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.runner.docker.location.ClientPlugin;
import dev.fermata.runner.docker.location.ClientPlugin.Occupant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets the docker client call us, under our name or in the place of Docker Compose. */
public final class PluginInstallCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.off("Replace what is there; `plugin uninstall` puts it back", "--force");

  /** What becomes of a plugin of somebody else's in our place. */
  private enum Others {
    REPLACED,
    KEPT
  }

  @Override
  public String summary() {
    return "Let the docker client call this program as its plugin";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("plugin install", "`docker fermata up` from now on"),
        new Example(
            "plugin install --as compose --force", "`docker compose up` runs Fermata, too"));
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Flag<?>> flags() {
    var flags = new ArrayList<>(PluginFlags.ALL);
    flags.add(FORCE);
    return flags;
  }

  @Override
  public Call read(Arguments given) {
    PluginFlags flags = PluginFlags.of(given);
    Others others = given.has(FORCE) ? Others.REPLACED : Others.KEPT;
    return session -> {
      Optional<Path> program = session.programFile();
      if (program.isEmpty()) {
        return Ending.refused(
            "this is no program of its own that the docker client could call",
            "call the `fermata` of a distribution, or the native binary");
      }
      ClientPlugin plugin = flags.plugin(session);
      try {
        return install(session, plugin, program.get(), flags, others);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot install `" + plugin.place() + "`", e);
      }
    };
  }

  private static Ending install(
      Session session, ClientPlugin plugin, Path program, PluginFlags flags, Others others)
      throws IOException {
    boolean isAnothers = plugin.occupant(program.getFileName().toString()) == Occupant.ANOTHER;
    if (isAnothers && others == Others.KEPT) {
      return Ending.refused(
          "`" + plugin.place() + "` is there already, and it is not Fermata's",
          "`--force` replaces it, and `plugin uninstall" + flags.text() + "` puts it back");
    }
    if (session.globals().dryRun()) {
      session.out().println("would link " + plugin.place() + " to " + program);
      return Ending.SUCCEEDED;
    }
    plugin.install(program);
    session
        .out()
        .println(
            "`docker %s` is %s now, by the link %s"
                .formatted(flags.name(), program, plugin.place()));
    if (isAnothers) {
      session.out().println("what was there is kept as " + plugin.kept());
    }
    return Ending.SUCCEEDED;
  }
}
