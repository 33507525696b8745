package dev.fermata.cli.command.plugin;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.runner.docker.location.ClientPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Takes away what {@code plugin install} has put there, and puts back what was there before. */
public final class PluginUninstallCommand implements Command {
  /** The file name of our program where we do not know how we were called. */
  private static final String USUAL_NAME = "fermata";

  @Override
  public String summary() {
    return "Undo `plugin install`, and put back what it replaced";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("plugin uninstall", "`docker fermata` is no command any more"),
        new Example(
            "plugin uninstall --as compose", "`docker compose` is what it was before again"));
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Flag<?>> flags() {
    return PluginFlags.ALL;
  }

  @Override
  public Call read(Arguments given) {
    PluginFlags flags = PluginFlags.of(given);
    return session -> {
      ClientPlugin plugin = flags.plugin(session);
      try {
        return uninstall(session, plugin);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot take away `" + plugin.place() + "`", e);
      }
    };
  }

  private static Ending uninstall(Session session, ClientPlugin plugin) throws IOException {
    String name =
        session.programFile().map(Path::getFileName).map(Path::toString).orElse(USUAL_NAME);
    return switch (plugin.occupant(name)) {
      case ANOTHER ->
          Ending.refused(
              "`" + plugin.place() + "` is not Fermata's", "whoever put it there can take it away");
      case NOBODY -> {
        if (plugin.isKeptBeside()) {
          yield takeAway(session, plugin);
        }
        session.out().println("there is no " + plugin.place());
        yield Ending.SUCCEEDED;
      }
      case OURS -> takeAway(session, plugin);
    };
  }

  private static Ending takeAway(Session session, ClientPlugin plugin) throws IOException {
    String back = plugin.isKeptBeside() ? ", what was there before is back" : "";
    if (session.globals().dryRun()) {
      session.out().println("would take away " + plugin.place());
      return Ending.SUCCEEDED;
    }
    plugin.uninstall();
    session.out().println("took away " + plugin.place() + back);
    return Ending.SUCCEEDED;
  }
}
