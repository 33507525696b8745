package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;

import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Request;
import dev.fermata.planner.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import picocli.CommandLine.Model.OptionSpec;

/** Builds the images of services that have a build. */
final class BuildCommand implements Command {

  @Override
  public String summary() {
    return "Build the images of services";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        Flags.values(
            "NAME=VALUE",
            "A build argument; without a value it is the environment's",
            "--build-arg"),
        flag("Do not use what earlier builds left", "--no-cache"),
        flag("Pull newer base images", "--pull"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    Project loaded = new Projects(session).build(given.positionals());
    Project project =
        new BuildFlags(given.texts("--build-arg"), switches(given), session.invocation())
            .applied(loaded);
    SortedSet<ServiceName> services = KnownServices.of(session, Target.of(project));
    return new Work(session, "build")
        .run(new Request.Build(project, services), "nothing to build in " + project.name());
  }

  private static Set<Build.Option> switches(Arguments given) {
    var switches = EnumSet.noneOf(Build.Option.class);
    if (given.has("--no-cache")) {
      switches.add(Build.Option.NO_CACHE);
    }
    if (given.has("--pull")) {
      switches.add(Build.Option.PULL);
    }
    return switches;
  }
}
