package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.planner.Request;
import dev.fermata.planner.StartOptions;
import dev.fermata.planner.Target;
import dev.fermata.planner.UpOptions.Waiting;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Starts what is there, through the same gates as {@code up}; labels are enough. */
final class StartCommand implements Command {

  @Override
  public String summary() {
    return "Start services that are there";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        GateFlag.option(),
        flag("Wait until all is ready", "--wait"),
        value("SECONDS", "Longest wait for a service", "--wait-timeout"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    Target target = new Projects(session).target();
    Optional<Waiting> waiting =
        given.has("--wait")
            ? Optional.of(new Waiting(given.seconds("--wait-timeout")))
            : Optional.empty();
    var options =
        new StartOptions(KnownServices.of(session, target), GateFlag.of(session), waiting);
    return new Work(session, "start")
        .run(
            new Request.Start(target, options),
            "nothing of " + target.name() + " is there to be started");
  }
}
