package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;

import dev.fermata.planner.Request;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Shows the very plan that {@code up} with the same flags would carry out. */
final class PlanCommand implements Command {

  @Override
  public String summary() {
    return "Show what up would do, and why; change nothing";
  }

  @Override
  public List<OptionSpec> options() {
    var options = new ArrayList<>(UpFlags.options());
    options.add(flag("As JSON", "--json"));
    options.add(flag("Exit code 2 where there is something to do", "--exit-code"));
    return options;
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    UpFlags.check(given);
    var up = new Request.Up(Selected.project(session), UpFlags.of(given, session));
    return new Work(session, "plan").show(up);
  }
}
