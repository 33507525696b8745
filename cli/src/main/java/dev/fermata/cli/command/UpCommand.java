package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.model.Project;
import dev.fermata.planner.UpOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Creates and starts what is wanted, and stays to show what the containers say unless detached. */
final class UpCommand implements Command {
  private static final List<String> NEVER_DETACHED =
      List.of(
          "--abort-on-container-exit",
          "--abort-on-container-failure",
          "--exit-code-from",
          "--attach",
          "--attach-dependencies");

  @Override
  public String summary() {
    return "Create and start services, each when what it needs is ready";
  }

  @Override
  public List<OptionSpec> options() {
    var options = new ArrayList<>(UpFlags.options());
    options.addAll(
        List.of(
            flag("Run in the background", "-d", "--detach"),
            flag("Print no colours", "--no-color"),
            flag("Print no names before lines", "--no-log-prefix"),
            flag("Print the time of each line", "--timestamps"),
            flag("End all when one container ends", "--abort-on-container-exit"),
            flag("End all when one container fails", "--abort-on-container-failure"),
            value("SERVICE", "End with the exit code of this service", "--exit-code-from"),
            Flags.values("SERVICE", "Show only what these say", "--attach"),
            Flags.values("SERVICE", "Do not show what these say", "--no-attach"),
            flag("Show what dependencies say as well", "--attach-dependencies")));
    return options;
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    check(given);
    UpOptions options = UpFlags.of(given, session);
    Project project =
        Scale.apply(
            new Projects(session).change(given.positionals(), Set.of()), given.texts("--scale"));
    var work = new Work(session, "up");
    if (session.globals().dryRun()) {
      return work.show(project.name(), work.stack().planUp(project, options));
    }
    if (given.has("--detach") || given.has("--wait") || given.has("--no-start")) {
      return work.run(
          (sink, cancellation) -> work.stack().up(project, options, sink, cancellation),
          idle(project));
    }
    return Ending.refused("attached up is not there yet", "use -d");
  }

  private static String idle(Project project) {
    int services = project.services().size();
    String counted = services + (services == 1 ? " service" : " services");
    return project.name() + " is up to date: " + counted + ", nothing to do";
  }

  private static void check(Arguments given) {
    UpFlags.check(given);
    given.exclude("--abort-on-container-exit", "--abort-on-container-failure");
    given.exclude("--attach", "--attach-dependencies");
    for (String flag : NEVER_DETACHED) {
      given.exclude("--detach", flag);
      given.exclude("--wait", flag);
    }
  }
}
