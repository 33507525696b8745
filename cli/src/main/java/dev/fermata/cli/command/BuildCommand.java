package dev.fermata.cli.command;

import dev.fermata.cli.command.up.CreationFlags;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.cli.text.bake.BakeText;
import dev.fermata.cli.text.bake.BakeText.Use;
import dev.fermata.cli.text.bake.BuildContexts;
import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.request.BuildOptions;
import dev.fermata.planner.request.BuildOptions.Pushing;
import dev.fermata.planner.request.Replaced;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Selection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Builds the images of services that have a build. */
final class BuildCommand implements Command {
  private static final String OWN_AGENT = "default";

  private static final Flag<List<String>> BUILD_ARG =
      Flag.texts(
          "NAME=VALUE", "A build argument; without a value it is the environment's", "--build-arg");
  private static final Flag<Boolean> NO_CACHE =
      Flag.off("Do not use what earlier builds left", "--no-cache");
  private static final Flag<Boolean> PULL = Flag.off("Pull newer base images", "--pull");
  private static final Flag<Boolean> QUIET = Flag.off("Show nothing but failures", "-q", "--quiet");
  private static final Flag<Boolean> PUSH =
      Flag.off("Push what has been built to its registries", "--push");
  private static final Flag<Optional<String>> BUILDER =
      Flag.text("NAME", "Build by this builder of `docker buildx`", "--builder");
  private static final Flag<Boolean> PRINT =
      Flag.off("Print the builds as a file for `docker buildx bake`, and build nothing", "--print");
  private static final Flag<Boolean> CHECK =
      Flag.off("Say what is doubtful in the Dockerfiles, and build nothing", "--check");
  private static final Flag<Optional<String>> SSH =
      Flag.text(
              "AGENT",
              "An SSH agent that builds may use: `default`, or ID=PATH of a socket",
              "--ssh")
          .as(BuildCommand::agent);
  private static final Flag<Optional<String>> PROVENANCE =
      Flag.text(
          "SETTINGS",
          "Say of the images how they were built: true, false, mode=max",
          "--provenance");
  private static final Flag<Optional<String>> SBOM =
      Flag.text(
          "SETTINGS", "Say of the images what is in them: true, false, generator=IMAGE", "--sbom");
  private static final Flag<Optional<String>> MEMORY =
      Flag.text("BYTES", "", "-m", "--memory").hidden();
  private static final Flag<Boolean> WITH_DEPENDENCIES =
      Flag.off("Build what the services depend on as well", "--with-dependencies");

  /** Docker Compose has them for scripts as well. */
  private static final List<Flag<?>> OF_OLD_BUILDERS =
      List.of(
          Flag.withoutEffect("--parallel"),
          Flag.withoutEffect("--compress"),
          Flag.withoutEffect("--force-rm"),
          Flag.withoutEffect("--no-rm"));

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
    var flags = new ArrayList<>(OF_OLD_BUILDERS);
    flags.addAll(
        List.of(
            BUILD_ARG,
            NO_CACHE,
            PULL,
            CreationFlags.PRUNE_REPLACED,
            QUIET,
            WITH_DEPENDENCIES,
            PUSH,
            BUILDER,
            PRINT,
            CHECK,
            SSH,
            PROVENANCE,
            SBOM,
            MEMORY));
    return flags;
  }

  @Override
  public Call read(Arguments given) {
    List<String> args = given.get(BUILD_ARG);
    Set<Build.Option> switches = switches(given);
    Optional<String> agent = given.get(SSH);
    var attestations = new BuildFlags.Attestations(given.get(PROVENANCE), given.get(SBOM));
    boolean printed = given.has(PRINT);
    Pushing pushing = given.has(PUSH) ? Pushing.ALL : Pushing.NONE;
    Optional<String> builder = given.get(BUILDER).filter(name -> !name.isEmpty());
    boolean checked = given.has(CHECK);
    Use use = use(pushing, checked);
    boolean quiet = given.has(QUIET);
    Optional<String> memory = given.get(MEMORY);
    boolean withDependencies = given.has(WITH_DEPENDENCIES);
    Replaced replaced = CreationFlags.replaced(given);
    return session -> {
      Project loaded = new Projects(session).build(given.operands());
      var flags = new BuildFlags(args, switches, agent, attestations, session.invocation());
      Project project = flags.applied(loaded);
      SortedSet<ServiceName> named =
          KnownServices.of(session, Target.of(project), given.operands());
      var selection =
          new Selection(named, withDependencies ? Dependencies.WITH : Dependencies.WITHOUT);
      if (printed) {
        return print(session, project, selection, use);
      }
      if (checked) {
        return new BuildCheck(session, project).of(UpInput.selected(project, selection));
      }
      tellOfMemory(session, memory);
      return (quiet ? quietly(session) : new Work(session, "build").building())
          .run(
              new Request.Build(project, new BuildOptions(selection, pushing, builder, replaced)),
              "nothing to build in " + project.name());
    };
  }

  /** Docker Compose says what it builds even then. */
  private static Work quietly(Session session) {
    var work = new Work(session, "build");
    return session.isCalledCompose()
        ? work.hiding(Set.of(Inside.BUILD, Inside.PUSH))
        : work.quietly();
  }

  private static void tellOfMemory(Session session, Optional<String> memory) {
    memory.ifPresent(limit ->
        session.err().println("note: `--memory` has no effect: BuildKit limits no build's memory"));
  }

  /** As Docker Compose does, nothing where there is nothing to build. */
  private static Ending print(Session session, Project project, Selection selection, Use use) {
    var built = new TreeSet<ServiceName>();
    for (ServiceName name : UpInput.selected(project, selection)) {
      if (project.service(name).isBuilt()) {
        built.add(name);
        built.addAll(BuildContexts.of(project, name));
      }
    }
    if (built.isEmpty()) {
      session.err().println("nothing to build in " + project.name());
      return Ending.SUCCEEDED;
    }
    session.out().println(BakeText.of(project, built, use));
    return Ending.SUCCEEDED;
  }

  private static Use use(Pushing pushing, boolean checked) {
    if (checked) {
      return Use.CHECK;
    }
    return pushing == Pushing.ALL ? Use.PUSH : Use.BUILD;
  }

  /** Docker Compose takes an empty one for the user's own. */
  private static Optional<String> agent(String flag, Optional<String> given) {
    Optional<String> agent = given.map(text -> text.isEmpty() ? OWN_AGENT : text);
    if (agent.isPresent() && !agent.get().equals(OWN_AGENT) && !agent.get().contains("=")) {
      throw new Misuse("`%s` is `default` or `ID=PATH`, not `%s`".formatted(flag, agent.get()));
    }
    return agent;
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
