package dev.fermata.cli.command.watch;

import dev.fermata.cli.command.up.UpProject;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Confirmation;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.WatchSetup;
import dev.fermata.cli.session.Work;
import dev.fermata.cli.text.LogPrinter;
import dev.fermata.cli.text.LogPrinter.Style;
import dev.fermata.model.Project;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.AnonymousVolumes;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Stack;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.watch.ProjectLock;
import dev.fermata.runner.watch.Watch;
import dev.fermata.runner.watch.WatchRefusal;
import dev.fermata.runner.watch.WatchTools.OldImages;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings the project up, and lets it follow the changes of its files until the user has enough. */
public final class WatchCommand implements Command {
  private static final Flag<Boolean> QUIET = Flag.off("Show no output of builds", "--quiet");
  private static final Flag<Boolean> PRUNE =
      Flag.on("Remove the images that rebuilds replace", "--prune");

  /** As Docker Compose's: nobody else speaks whose lines would have to be told apart. */
  private static final Set<Style> PLAIN = Set.of();

  private static final Flag<Boolean> NO_UP =
      Flag.off("Watch only; what is not up stays down", "--no-up");

  @Override
  public String summary() {
    return "Follow changes of files: copy them into containers, rebuild, restart";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("watch", "Bring all up, then do what `develop` says of each change"),
        new Example("watch --no-up web", "Only the files of one service, which is up already"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(QUIET, PRUNE, NO_UP, GateFlag.GATE);
  }

  /** Whether the project is brought up first. */
  private enum First {
    UP,
    NOTHING
  }

  @Override
  public Call read(Arguments given) {
    Set<Inside> hidden = given.has(QUIET) ? Set.of(Inside.BUILD) : Set.of();
    OldImages oldImages = given.has(PRUNE) ? OldImages.REMOVED : OldImages.KEPT;
    First first = given.has(NO_UP) ? First.NOTHING : First.UP;
    Optional<Gates> gates = given.get(GateFlag.GATE);
    return session -> {
      Project project = new Projects(session).bringUp(given.operands());
      var up =
          new Request.Up(
              built(project), options(session, given.operands(), GateFlag.of(gates, session)));
      Work work =
          new Work(session, "watch")
              .hiding(hidden)
              .confirmedBy(Confirmation.ofChange("up --yes", false));
      if (session.globals().dryRun()) {
        return work.run(up, UpProject.idle(up));
      }
      return watch(session, work, new Begin(up, first, oldImages));
    };
  }

  /** What is watched, and how that begins. */
  private record Begin(Request.Up up, First first, OldImages oldImages) {}

  /** What the services depend on is not made anew for a watch. */
  private static UpOptions options(Session session, List<String> services, Gates gates) {
    return UpProject.usual(session)
        .withSelection(UpProject.selection(services, Dependencies.WITH))
        .withRecreation(
            new UpOptions.Recreation(
                Recreate.DIVERGED,
                Recreate.NEVER,
                AnonymousVolumes.INHERIT,
                Optional.empty(),
                Set.of()))
        .withStarting(new UpOptions.Starting(Start.STARTED, gates, UpOptions.Waiting.USUAL));
  }

  /** As Docker Compose, what is developed and built here begins with an image of now. */
  private static Project built(Project project) {
    Span watch = Span.of("`watch`");
    return Changes.ofServices(
        project,
        (Mapping service) ->
            ServiceTable.DEVELOP.in(service).isPresent()
                    && WorkloadTable.BUILD.in(service).isPresent()
                ? ContainerTable.PULL_POLICY.setIn(service, Scalar.string("build", watch))
                : service);
  }

  private static Ending watch(Session session, Work work, Begin begin) {
    Stack stack = work.stack();
    var printer =
        new LogPrinter(
            begin.up().project().name(),
            PLAIN,
            new LogPrinter.Streams(session.out(), session.err()));
    try (Watch watch = WatchSetup.of(session, stack, begin.up(), begin.oldImages());
        ProjectLock lock =
            ProjectLock.take(begin.up().project().name(), session.invocation().environment());
        Progress progress = work.progress(new Work.Beside(Share.HALF, printer))) {
      lock.requireHeld();
      Cancellation cancellation = session.cancellation();
      if (begin.first() == First.UP) {
        Optional<Ending> failed = bringUp(stack, begin.up(), progress, cancellation);
        if (failed.isPresent()) {
          return failed.get();
        }
      }
      watch.run(untilNobodyReads(session, progress, cancellation), cancellation);
      return session.out().checkError() ? Ending.SUCCEEDED : new Ending.Interrupted();
    } catch (WatchRefusal refusal) {
      throw WatchSetup.refused(refusal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    }
  }

  /** Why it did not come up. */
  private static Optional<Ending> bringUp(
      Stack stack, Request.Up up, EventSink sink, Cancellation cancellation) {
    return switch (stack.run(up, sink, cancellation)) {
      case RunResult.Refused refused -> Optional.of(new Ending.Unplanned(refused.problems()));
      case RunResult.Ran ran ->
          Optional.<Ending>of(new Ending.Ran(ran.report())).filter(it -> !ran.report().succeeded());
    };
  }

  private static EventSink untilNobodyReads(
      Session session, EventSink progress, Cancellation cancellation) {
    return event -> {
      progress.accept(event);
      if (session.out().checkError()) {
        cancellation.reach(Stage.GRACEFUL);
      }
    };
  }
}
