package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Confirmation;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.planner.request.RemoveOptions;
import dev.fermata.planner.request.RemoveOptions.Running;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.spec.AnonymousVolumes;
import java.util.List;
import java.util.Optional;

/** Removes containers that do not run; labels are enough. */
final class RmCommand implements Command {
  private static final Flag<Boolean> FORCE = Flag.off("Do not ask", "-f", "--force");
  private static final Flag<Boolean> STOP =
      Flag.off("Stop containers that run, and remove them too", "-s", "--stop");
  private static final Flag<Boolean> VOLUMES =
      Flag.off("Remove anonymous volumes as well", "-v", "--volumes");
  private static final Flag<Boolean> ALL = Flag.withoutEffect("-a", "--all");

  @Override
  public String summary() {
    return "Remove stopped containers";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("rm", "Remove containers that have ended; asks first"),
        new Example("rm -fsv web", "Stop and remove `web` and its anonymous volumes unasked"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORCE, STOP, VOLUMES, ALL);
  }

  @Override
  public Call read(Arguments given) {
    var consent = Confirmation.ofAll(FORCE.name(), given.has(FORCE));
    Running running = given.has(STOP) ? Running.STOP : Running.LEAVE;
    AnonymousVolumes volumes = given.has(VOLUMES) ? AnonymousVolumes.REMOVE : AnonymousVolumes.KEEP;
    return session -> {
      Target target = new Projects(session).target();
      var services = KnownServices.of(session, target, given.operands());
      var options = new RemoveOptions(services, running, volumes, Optional.empty());
      return new Work(session, "rm")
          .confirmedBy(consent)
          .run(new Request.Remove(target, options), "no stopped containers of " + target.name());
    };
  }
}
