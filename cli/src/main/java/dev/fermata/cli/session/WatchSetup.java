package dev.fermata.cli.session;

import dev.fermata.cli.text.RunText;
import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions.Selection;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Stack;
import dev.fermata.runner.watch.Watch;
import dev.fermata.runner.watch.WatchRefusal;
import dev.fermata.runner.watch.WatchRules;
import dev.fermata.runner.watch.WatchTools;
import dev.fermata.runner.watch.WatchTools.OldImages;
import dev.fermata.runner.watch.WatchTools.Talk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Watches of the files of a project, as commands begin them. */
public final class WatchSetup {
  private WatchSetup() {}

  /**
   * Notices changes from now on; {@code brought} is how the project comes up. The triggers of the
   * services named count, of all where none is.
   */
  public static Watch of(Session session, Stack stack, Request.Up brought, OldImages oldImages) {
    try {
      return open(
          session,
          new Opening(
              stack, brought, oldImages, warning -> session.err().println("warning: " + warning)));
    } catch (WatchRefusal refusal) {
      throw refused(refusal);
    }
  }

  /** How the project comes up, and who is told what is doubtful. */
  public record Opening(
      Stack stack, Request.Up brought, OldImages oldImages, Consumer<String> warnings) {}

  /** The same; fails with a {@link WatchRefusal} where there is nothing to watch. */
  public static Watch open(Session session, Opening opening) {
    Request.Up brought = opening.brought();
    Project project = brought.project();
    WatchRules rules =
        WatchRules.of(
            project,
            services(project, brought.options().selection()),
            brought.options().images().building());
    rules.warnings().forEach(opening.warnings());
    return Watch.of(
        rules,
        new WatchTools(
            session.engine(),
            opening.stack(),
            brought,
            opening.oldImages(),
            talk(session),
            result -> wording(result, session.dockerfiles())));
  }

  public static EarlyEnd refused(WatchRefusal refusal) {
    return EarlyEnd.refused(refusal.sentence(), refusal.hint());
  }

  private static Collection<ServiceName> services(Project project, Selection selection) {
    return selection.services().isEmpty() ? project.services().keySet() : selection.services();
  }

  private static Talk talk(Session session) {
    List<String> args = session.invocation().args();
    return args.contains("--verbose") || args.contains("--debug") ? Talk.VERBOSE : Talk.USUAL;
  }

  private static List<String> wording(RunResult result, DockerfileText dockerfiles) {
    return switch (result) {
      case RunResult.Ran ran -> RunText.failure(ran.report(), dockerfiles);
      case RunResult.Refused refused -> {
        var lines = new ArrayList<String>();
        refused
            .problems()
            .forEach(problem -> {
              lines.add("error: " + problem.message());
              lines.add("  hint: " + problem.hint());
            });
        yield lines;
      }
    };
  }
}
