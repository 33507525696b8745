package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Builds the images of services that have a build. */
final class BuildCommand implements Command {
  private static final Flag<List<String>> BUILD_ARG =
      Flag.texts(
          "NAME=VALUE", "A build argument; without a value it is the environment's", "--build-arg");
  private static final Flag<Boolean> NO_CACHE =
      Flag.off("Do not use what earlier builds left", "--no-cache");
  private static final Flag<Boolean> PULL = Flag.off("Pull newer base images", "--pull");

  @Override
  public String summary() {
    return "Build the images of services";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("build", "All images that the files say how to build"),
        new Example("build --no-cache --pull web", "One of them, from fresh base images"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(BUILD_ARG, NO_CACHE, PULL);
  }

  @Override
  public Call read(Arguments given) {
    List<String> args = given.get(BUILD_ARG);
    Set<Build.Option> switches = switches(given);
    return session -> {
      Project loaded = new Projects(session).build(given.operands());
      Project project = new BuildFlags(args, switches, session.invocation()).applied(loaded);
      var services = KnownServices.of(session, Target.of(project), given.operands());
      return new Work(session, "build")
          .run(new Request.Build(project, services), "nothing to build in " + project.name());
    };
  }

  private static Set<Build.Option> switches(Arguments given) {
    var switches = EnumSet.noneOf(Build.Option.class);
    if (given.has(NO_CACHE)) {
      switches.add(Build.Option.NO_CACHE);
    }
    if (given.has(PULL)) {
      switches.add(Build.Option.PULL);
    }
    return switches;
  }
}
