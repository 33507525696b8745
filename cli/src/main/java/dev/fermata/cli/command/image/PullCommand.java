package dev.fermata.cli.command.image;

import dev.fermata.cli.command.up.UpProject;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.text.PullPolicyText;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.request.PullOptions;
import dev.fermata.planner.request.PullOptions.Buildable;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.runner.event.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Brings the images of services, each once. */
public final class PullCommand implements Command {
  private static final Flag<Boolean> QUIET = Flag.off("Show no layers", "-q", "--quiet");
  static final Flag<Boolean> INCLUDE_DEPS =
      Flag.off("The images of what the services depend on as well", "--include-deps");
  private static final Flag<Boolean> IGNORE_PULL_FAILURES =
      Flag.off("Succeed even if images cannot be had", "--ignore-pull-failures");
  private static final Flag<Boolean> IGNORE_BUILDABLE =
      Flag.off("Leave out images that can be built", "--ignore-buildable");
  private static final Flag<Optional<PullPolicy>> POLICY =
      Flag.text("POLICY", "In place of every pull_policy: missing or always", "--policy")
          .as((flag, text) -> text.map(word -> policy(flag, word)));
  private static final Flag<Boolean> PARALLEL = Flag.off("", "--parallel").hidden();
  private static final Flag<Boolean> NO_PARALLEL = Flag.off("", "--no-parallel").hidden();

  @Override
  public String summary() {
    return "Pull the images of services";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("pull", "The newest image of every service"),
        new Example("pull --policy missing --include-deps web", "What web needs and is not there"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        QUIET, INCLUDE_DEPS, IGNORE_PULL_FAILURES, IGNORE_BUILDABLE, POLICY, PARALLEL, NO_PARALLEL);
  }

  @Override
  public Call read(Arguments given) {
    Set<Inside> hidden = given.has(QUIET) ? Set.of(Inside.PULL) : Set.of();
    var options =
        new PullOptions(
            UpProject.selection(given.operands(), dependencies(given)),
            given.get(POLICY),
            given.has(IGNORE_BUILDABLE) ? Buildable.LEFT : Buildable.PULLED);
    List<String> deprecated = deprecated(given);
    boolean ignoring = given.has(IGNORE_PULL_FAILURES);
    return session -> {
      deprecated.forEach(session.err()::println);
      Project project = new Projects(session).images(given.operands());
      var request = new Request.Pull(project, options);
      Ending ending =
          new Work(session, "pull")
              .hiding(hidden)
              .run(request, "nothing to pull in " + project.name());
      if (!(ending instanceof Ending.Ran ran)) {
        return ending;
      }
      adviseBuilds(session, project, ran.report());
      return ignoring ? tolerated(ran) : ran;
    };
  }

  static Dependencies dependencies(Arguments given) {
    return given.has(INCLUDE_DEPS) ? Dependencies.WITH : Dependencies.WITHOUT;
  }

  /** What the user has broken off is not done, whatever was to be ignored. */
  static Ending tolerated(Ending.Ran ran) {
    return ran.report().wasCancelled() ? ran : Ending.SUCCEEDED;
  }

  private static void adviseBuilds(Session session, Project project, Report report) {
    SortedSet<String> builds = new TreeSet<>();
    report
        .failed()
        .forEach(step -> {
          if (step.action() instanceof Action.PullImage pull) {
            pull.services().stream()
                .filter(name -> isBuilt(project, name))
                .forEach(name -> builds.add(name.text()));
          }
        });
    if (!builds.isEmpty()) {
      session.err().println("warning: " + ComposeSentences.MUST_BE_BUILT);
      String program = session.isCalledCompose() ? "docker compose" : "fermata";
      session.err().println("    " + program + " build " + String.join(" ", builds));
    }
  }

  private static boolean isBuilt(Project project, ServiceName service) {
    return project.service(service).isBuilt();
  }

  private static List<String> deprecated(Arguments given) {
    return List.of(NO_PARALLEL, PARALLEL).stream()
        .filter(given::has)
        .map(flag -> ComposeSentences.deprecatedOption(flag.name()))
        .toList();
  }

  private static PullPolicy policy(String flag, String word) {
    return PullPolicyText.parse(word)
        .sound()
        .orElseThrow(() ->
            new Misuse(
                "`"
                    + flag
                    + "` is missing, always or another pull policy of the files, not `"
                    + word
                    + "`"));
  }
}
