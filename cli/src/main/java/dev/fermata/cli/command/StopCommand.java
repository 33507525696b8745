package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Timeouts;
import dev.fermata.cli.session.Work;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.StopOptions;
import dev.fermata.planner.request.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops what runs, dependants first; labels are enough. */
final class StopCommand implements Command {

  @Override
  public String summary() {
    return "Stop services";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("stop", "Stop all; `start` goes on with the same containers"),
        new Example("stop -t 60 db", "Give the database a minute to end well"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(Timeouts.STOP);
  }

  @Override
  public Call read(Arguments given) {
    Optional<Duration> timeout = given.get(Timeouts.STOP);
    return session -> {
      Target target = new Projects(session).target();
      var services = KnownServices.of(session, target, given.operands());
      return new Work(session, "stop")
          .run(
              new Request.Stop(target, new StopOptions(services, timeout)),
              "nothing of " + target.name() + " runs");
    };
  }
}
