package dev.fermata.cli.command.image;

import dev.fermata.cli.command.up.UpProject;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.PushOptions;
import dev.fermata.planner.request.PushOptions.Absent;
import dev.fermata.planner.request.Request;
import java.util.List;

/** Gives images that services build to their registries, under each of their names. */
public final class PushCommand implements Command {
  private static final Flag<Boolean> QUIET = Flag.off("Show no progress", "-q", "--quiet");
  private static final Flag<Boolean> IGNORE_MISSING =
      Flag.off("Leave out images that the engine does not have", "--ignore-missing");
  private static final Flag<Boolean> IGNORE_PUSH_FAILURES =
      Flag.off("", "--ignore-push-failures").hidden();

  @Override
  public String summary() {
    return "Push the images that services build";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("push", "The image of every service that has a build and an image"),
        new Example("push --ignore-missing api", "That of one service, if it has been built"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(QUIET, PullCommand.INCLUDE_DEPS, IGNORE_MISSING, IGNORE_PUSH_FAILURES);
  }

  @Override
  public List<Exclusion> exclusions() {
    return List.of(new Exclusion(IGNORE_PUSH_FAILURES, IGNORE_MISSING));
  }

  @Override
  public Call read(Arguments given) {
    boolean quiet = given.has(QUIET);
    boolean ignoring = given.has(IGNORE_PUSH_FAILURES);
    var options =
        new PushOptions(
            UpProject.selection(given.operands(), PullCommand.dependencies(given)),
            given.has(IGNORE_MISSING) ? Absent.LEFT : Absent.REFUSED);
    return session -> {
      if (ignoring) {
        session.err().println(ComposeSentences.IGNORE_PUSH_FAILURES);
      }
      Project project = new Projects(session).images(given.operands());
      Work work = new Work(session, "push");
      Ending ending =
          (quiet ? work.quietly() : work)
              .run(new Request.Push(project, options), "nothing to push in " + project.name());
      return ignoring && ending instanceof Ending.Ran ran ? PullCommand.tolerated(ran) : ending;
    };
  }
}
