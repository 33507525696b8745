package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.value;

import dev.fermata.planner.Request;
import dev.fermata.planner.StopOptions;
import dev.fermata.planner.Target;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Stops what runs, dependants first; labels are enough. */
final class StopCommand implements Command {

  @Override
  public String summary() {
    return "Stop services";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(value("SECONDS", "Time to stop a container", "-t", "--timeout"));
  }

  @Override
  public Ending run(Session session) {
    Target target = new Projects(session).target();
    var options =
        new StopOptions(KnownServices.of(session, target), session.given().seconds("--timeout"));
    return new Work(session, "stop")
        .run(new Request.Stop(target, options), "nothing of " + target.name() + " runs");
  }
}
