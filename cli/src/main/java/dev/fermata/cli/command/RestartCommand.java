package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.planner.Request;
import dev.fermata.planner.RestartOptions;
import dev.fermata.planner.RestartOptions.Followers;
import dev.fermata.planner.Target;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Stops and starts what is there, through the same gates as {@code up}; labels are enough. */
final class RestartCommand implements Command {

  @Override
  public String summary() {
    return "Restart services";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        GateFlag.option(),
        flag("Leave services alone that ask to follow", "--no-deps"),
        value("SECONDS", "Time to stop a container", "-t", "--timeout"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    Target target = new Projects(session).target();
    var options =
        new RestartOptions(
            KnownServices.of(session, target),
            given.has("--no-deps") ? Followers.LEAVE : Followers.RESTART,
            GateFlag.of(session),
            given.seconds("--timeout"));
    return new Work(session, "restart")
        .run(
            new Request.Restart(target, options),
            "nothing of " + target.name() + " is there to be restarted");
  }
}
