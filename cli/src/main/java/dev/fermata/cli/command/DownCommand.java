package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Timeouts;
import dev.fermata.cli.session.Work;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.DownOptions.RemoveImages;
import dev.fermata.planner.request.DownOptions.Volumes;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops and removes what belongs to a project; its labels are enough. */
final class DownCommand implements Command {
  private static final Flag<Boolean> REMOVE_ORPHANS =
      Flag.off("Remove containers of services that are gone", "--remove-orphans");
  private static final Flag<Boolean> VOLUMES =
      Flag.off("Remove volumes as well, with all that is in them", "-v", "--volumes")
          .formerly("--volume", ComposeSentences.FORMER_VOLUMES);
  private static final Flag<RemoveImages> RMI =
      Flag.text("WHICH", "Remove images as well: local (unnamed ones) or all", "--rmi")
          .offering("local", "all")
          .as((flag, which) -> images(flag, which.orElse("none")));

  @Override
  public String summary() {
    return "Stop and remove containers and networks";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("down", "Stop and remove containers and networks; volumes stay"),
        new Example(
            "down -v --rmi local", "Remove the data and the images that were built as well"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(REMOVE_ORPHANS, Timeouts.STOP, VOLUMES, RMI);
  }

  @Override
  public Call read(Arguments given) {
    boolean orphans = given.has(REMOVE_ORPHANS);
    Volumes volumes = given.has(VOLUMES) ? Volumes.REMOVE : Volumes.KEEP;
    RemoveImages images = given.get(RMI);
    Optional<Duration> timeout = given.get(Timeouts.STOP);
    return session -> {
      Target target = new Projects(session).target();
      var services = KnownServices.of(session, target, given.operands());
      boolean removes = orphans || session.isTrue("COMPOSE_REMOVE_ORPHANS");
      OrphanPolicy policy = removes ? OrphanPolicy.REMOVE : OrphanPolicy.NOTE;
      var options = new DownOptions(services, volumes, images, policy, timeout);
      return new Work(session, "down")
          .run(new Request.Down(target, options), "nothing to remove of project " + target.name());
    };
  }

  private static RemoveImages images(String flag, String which) {
    return switch (which) {
      case "none" -> RemoveImages.NONE;
      case "local" -> RemoveImages.LOCAL;
      case "all" -> RemoveImages.ALL;
      default -> throw new Misuse("`" + flag + "` is one of local, all, not `" + which + "`");
    };
  }
}
