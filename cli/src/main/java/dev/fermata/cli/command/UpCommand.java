package dev.fermata.cli.command;

import dev.fermata.model.Project;
import dev.fermata.planner.Request;
import dev.fermata.planner.UpOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Creates and starts what is wanted, and stays to show what the containers say unless detached. */
final class UpCommand implements Command {

  @Override
  public String summary() {
    return "Create and start services, each when what it needs is ready";
  }

  @Override
  public List<OptionSpec> options() {
    var options = new ArrayList<>(UpFlags.options());
    options.addAll(AttachFlags.options());
    return options;
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    UpFlags.check(given);
    AttachFlags.check(given);
    UpOptions options = UpFlags.of(given, session);
    Project project = Selected.project(session);
    var request = new Request.Up(project, options);
    var work = new Work(session, "up");
    boolean detached = given.has("--detach") || given.has("--wait") || given.has("--no-start");
    if (!detached && !session.globals().dryRun()) {
      return new AttachedUp(session, work).run(request);
    }
    return work.run(request, idle(project));
  }

  private static String idle(Project project) {
    int services = project.services().size();
    String counted = services + (services == 1 ? " service" : " services");
    return project.name() + " is up to date: " + counted + ", nothing to do";
  }
}
