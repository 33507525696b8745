package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.planner.DownOptions;
import dev.fermata.planner.DownOptions.RemoveImages;
import dev.fermata.planner.DownOptions.Volumes;
import dev.fermata.planner.OrphanPolicy;
import dev.fermata.planner.Request;
import dev.fermata.planner.Target;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;

/** Stops and removes what belongs to a project; its labels are enough. */
final class DownCommand implements Command {

  @Override
  public String summary() {
    return "Stop and remove containers and networks";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        flag("Remove containers of services that are gone", "--remove-orphans"),
        value("SECONDS", "Time to stop a container", "-t", "--timeout"),
        flag("Remove volumes as well, with all that is in them", "-v", "--volumes"),
        value("WHICH", "Remove images as well: local (unnamed ones) or all", "--rmi"));
  }

  @Override
  public Ending run(Session session) {
    DownOptions options = options(session);
    Target target = new Projects(session).target();
    DownOptions wanted = options.withServices(KnownServices.of(session, target));
    return new Work(session, "down")
        .run(new Request.Down(target, wanted), "nothing to remove of project " + target.name());
  }

  private static DownOptions options(Session session) {
    Arguments given = session.given();
    boolean orphans = given.has("--remove-orphans") || session.isTrue("COMPOSE_REMOVE_ORPHANS");
    return new DownOptions(
        new TreeSet<>(),
        given.has("--volumes") ? Volumes.REMOVE : Volumes.KEEP,
        images(given.text("--rmi")),
        orphans ? OrphanPolicy.REMOVE : OrphanPolicy.NOTE,
        given.seconds("--timeout"));
  }

  private static RemoveImages images(Optional<String> which) {
    return switch (which.orElse("none")) {
      case "none" -> RemoveImages.NONE;
      case "local" -> RemoveImages.LOCAL;
      case "all" -> RemoveImages.ALL;
      default ->
          throw EarlyEnd.misused("`--rmi` is one of local, all, not `" + which.orElse("") + "`");
    };
  }
}
