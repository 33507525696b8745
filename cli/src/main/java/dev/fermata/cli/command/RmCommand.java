package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.hiddenFlag;

import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.RemoveOptions;
import dev.fermata.planner.RemoveOptions.Running;
import dev.fermata.planner.Request;
import dev.fermata.planner.Target;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Removes containers that do not run; labels are enough. */
final class RmCommand implements Command {

  @Override
  public String summary() {
    return "Remove stopped containers";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        flag("Do not ask", "-f", "--force"),
        flag("Stop containers that run, and remove them too", "-s", "--stop"),
        flag("Remove anonymous volumes as well", "-v", "--volumes"),
        hiddenFlag("-a", "--all"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    Target target = new Projects(session).target();
    var options =
        new RemoveOptions(
            KnownServices.of(session, target),
            given.has("--stop") ? Running.STOP : Running.LEAVE,
            given.has("--volumes") ? AnonymousVolumes.REMOVE : AnonymousVolumes.KEEP,
            Optional.empty());
    return new Work(session, "rm")
        .run(new Request.Remove(target, options), "no stopped containers of " + target.name());
  }
}
