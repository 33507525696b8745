package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.DeclaredJobs;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Timeouts;
import dev.fermata.cli.session.Work;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.StartOptions;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions.Caller;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Waiting;
import java.util.List;
import java.util.Optional;

/** Starts what is there, through the same gates as {@code up}; labels are enough. */
final class StartCommand implements Command {
  private static final Flag<Boolean> WAIT = Flag.off("Wait until all is ready", "--wait");

  @Override
  public String summary() {
    return "Start services that are there";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("start", "Start what `create` has made or `stop` has stopped"),
        new Example("start --wait web", "Return when `web` is ready"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(GateFlag.GATE, WAIT, Timeouts.WAIT);
  }

  @Override
  public Call read(Arguments given) {
    Optional<Gates> gates = given.get(GateFlag.GATE);
    Caller caller = given.has(WAIT) ? Caller.STAYS : Caller.LEAVES;
    var waiting = new Waiting(caller, given.get(Timeouts.WAIT));
    return session -> {
      Target target = new Projects(session).target();
      target.project().map(DeclaredJobs::of).ifPresent(DeclaredJobs::requireNoneScheduled);
      var services = KnownServices.of(session, target, given.operands());
      var options = new StartOptions(services, GateFlag.of(gates, session), waiting);
      return new Work(session, "start")
          .run(
              new Request.Start(target, options),
              "nothing of " + target.name() + " is there to be started");
    };
  }
}
