package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Timeouts;
import dev.fermata.cli.session.Work;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.RestartOptions;
import dev.fermata.planner.request.RestartOptions.Followers;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions.Gates;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops and starts what is there, through the same gates as {@code up}; labels are enough. */
final class RestartCommand implements Command {
  private static final Flag<Boolean> NO_DEPS =
      Flag.off("Leave services alone that ask to follow", "--no-deps");

  @Override
  public String summary() {
    return "Restart services";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("restart web", "Stop and start one service"),
        new Example(
            "restart -t 1 --no-deps db", "Quickly, and without those that restart with it"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(GateFlag.GATE, NO_DEPS, Timeouts.STOP);
  }

  @Override
  public Call read(Arguments given) {
    Optional<Gates> gates = given.get(GateFlag.GATE);
    Followers followers = given.has(NO_DEPS) ? Followers.LEAVE : Followers.RESTART;
    Optional<Duration> timeout = given.get(Timeouts.STOP);
    return session -> {
      Target target = new Projects(session).target();
      var services = KnownServices.of(session, target, given.operands());
      var options = new RestartOptions(services, followers, GateFlag.of(gates, session), timeout);
      return new Work(session, "restart")
          .run(
              new Request.Restart(target, options),
              "nothing of " + target.name() + " is there to be restarted");
    };
  }
}
