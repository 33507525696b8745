package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.planner.StopOptions;
import dev.fermata.runner.Stack;
import dev.fermata.runner.Target;
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
  public List<Flag<?>> flags() {
    return List.of(Timeouts.STOP);
  }

  @Override
  public Call read(Arguments given) {
    Optional<Duration> timeout = given.get(Timeouts.STOP);
    return session -> run(session, given.operands(), timeout);
  }

  private static Ending run(Session session, List<String> services, Optional<Duration> timeout) {
    Target target = new Projects(session).target();
    var options = new StopOptions(KnownServices.of(session, target, services), timeout);
    var work = new Work(session, "stop");
    Stack stack = work.stack();
    return work.run(
        target.name(),
        () -> stack.planStop(target, options),
        (sink, cancellation) -> stack.stop(target, options, sink, cancellation),
        "nothing of " + target.name() + " runs");
  }
}
