package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.BuildOptions;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Selection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Builds the images of services that have a build. */
final class BuildCommand implements Command {
  private static final Flag<List<String>> BUILD_ARG =
      Flag.texts(
          "NAME=VALUE", "A build argument; without a value it is the environment's", "--build-arg");
  private static final Flag<Boolean> NO_CACHE =
      Flag.off("Do not use what earlier builds left", "--no-cache");
  private static final Flag<Boolean> PULL = Flag.off("Pull newer base images", "--pull");
  private static final Flag<Boolean> QUIET = Flag.off("Show nothing but failures", "-q", "--quiet");
  private static final Flag<Boolean> WITH_DEPENDENCIES =
      Flag.off("Build what the services depend on as well", "--with-dependencies");

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
    var flags = new ArrayList<>(FlagsOfOtherBuilders.ALL);
    flags.addAll(List.of(BUILD_ARG, NO_CACHE, PULL, QUIET, WITH_DEPENDENCIES));
    return flags;
  }

  @Override
  public Call read(Arguments given) {
    List<String> args = given.get(BUILD_ARG);
    Set<Build.Option> switches = switches(given);
    FlagsOfOtherBuilders.refuse(given);
    boolean quiet = given.has(QUIET);
    boolean withDependencies = given.has(WITH_DEPENDENCIES);
    return session -> {
      Project loaded = new Projects(session).build(given.operands());
      Project project = new BuildFlags(args, switches, session.invocation()).applied(loaded);
      SortedSet<ServiceName> named =
          KnownServices.of(session, Target.of(project), given.operands());
      var selection =
          new Selection(named, withDependencies ? Dependencies.WITH : Dependencies.WITHOUT);
      var work = new Work(session, "build");
      return (quiet ? work.quietly() : work)
          .run(
              new Request.Build(project, BuildOptions.ALL.withSelection(selection)),
              "nothing to build in " + project.name());
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
