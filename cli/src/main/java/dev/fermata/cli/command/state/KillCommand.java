package dev.fermata.cli.command.state;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.KillOptions;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import java.util.List;

/** Sends a signal to what runs, by default the one that nothing survives. */
public final class KillCommand implements Command {
  private static final Flag<String> SIGNAL =
      Flag.text("SIGNAL", "The signal, by name or number; SIGKILL", "-s", "--signal")
          .offering("SIGHUP", "SIGINT", "SIGKILL", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGUSR2")
          .as((flag, signal) -> signal.orElse(KillOptions.DEFAULT.signal()));
  private static final Flag<Boolean> REMOVE_ORPHANS =
      Flag.off("Kill containers of services that are gone as well", "--remove-orphans");

  @Override
  public String summary() {
    return "Kill containers that run, or send them a signal";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("kill -s SIGHUP web", "Have a service read its configuration again"),
        new Example("kill", "End all at once, without time to clean up"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(SIGNAL, REMOVE_ORPHANS);
  }

  @Override
  public Call read(Arguments given) {
    String signal = given.get(SIGNAL);
    boolean orphans = given.has(REMOVE_ORPHANS);
    return session -> {
      Target target = new Projects(session).target();
      var services = KnownServices.of(session, target, given.operands());
      boolean removes = orphans || session.isTrue("COMPOSE_REMOVE_ORPHANS");
      OrphanPolicy policy = removes ? OrphanPolicy.REMOVE : OrphanPolicy.IGNORE;
      return new Work(session, "kill")
          .run(
              new Request.Kill(target, new KillOptions(services, signal, policy)),
              ComposeSentences.NO_CONTAINER_TO_KILL);
    };
  }
}
