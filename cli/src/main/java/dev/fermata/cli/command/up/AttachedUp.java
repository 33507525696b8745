package dev.fermata.cli.command.up;

import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.WatchSetup;
import dev.fermata.cli.session.Work;
import dev.fermata.cli.text.LogPrinter;
import dev.fermata.model.Project;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.Planner;
import dev.fermata.planner.request.Request;
import dev.fermata.runner.AttachedEnd;
import dev.fermata.runner.AttachedEnd.Exit;
import dev.fermata.runner.AttachedRun;
import dev.fermata.runner.Attachment;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.Companion;
import dev.fermata.runner.Stack;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.watch.Watch;
import dev.fermata.runner.watch.WatchTools.OldImages;
import java.util.Optional;

/**
 * {@code up} that stays: shows what containers say until they have ended or the user has enough.
 */
final class AttachedUp {
  private final Session session;
  private final Work work;
  private final AttachFlags flags;
  private final Optional<Boolean> wantsMenu;

  AttachedUp(Session session, Work work, AttachFlags flags, Optional<Boolean> wantsMenu) {
    this.wantsMenu = wantsMenu;
    this.session = session;
    this.work = work;
    this.flags = flags;
  }

  Ending run(Request.Up request) {
    return Planner.refusal(request)
        .<Ending>map(refused -> new Ending.Unplanned(refused.problems()))
        .orElseGet(() -> attached(request));
  }

  private Ending attached(Request.Up request) {
    Project project = request.project();
    var printer =
        new LogPrinter(
            project.name(),
            flags.styles().on(session),
            new LogPrinter.Streams(session.out(), session.err()));
    Attachment attachment = flags.attachment(project, session);
    Stack stack = work.stack();
    try (Companionship beside = beside(stack, request);
        Progress progress = work.progress(Share.HALF, printer)) {
      var attached = new AttachedRun.Attached(request, attachment, beside.companion());
      return ending(run(stack, attached, progress), progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    }
  }

  /** What goes on beside, and is closed at the end. */
  private record Companionship(Companion companion, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /** Changes of files are noticed from before the project comes up. */
  private Companionship beside(Stack stack, Request.Up request) {
    return switch (flags.files()) {
      case LEFT_ALONE -> new Companionship(Companion.NONE, () -> {});
      case WATCHED -> {
        Watch watch = WatchSetup.of(session, stack, request, OldImages.KEPT);
        yield new Companionship(watch, watch::close);
      }
    };
  }

  private AttachedEnd run(Stack stack, AttachedRun.Attached attached, EventSink sink)
      throws InterruptedException {
    Cancellation cancellation = session.cancellation();
    var telling = cancellation.subscribe(stage -> tell(sink, stage));
    try {
      return run(stack, attached, sink, cancellation);
    } finally {
      telling.close();
    }
  }

  private AttachedEnd run(
      Stack stack, AttachedRun.Attached attached, EventSink sink, Cancellation cancellation)
      throws InterruptedException {
    if (!Menu.isWanted(session, wantsMenu)) {
      return new AttachedRun(session.engine(), stack, sink, attached).run(cancellation);
    }
    var detaching = new Cancellation();
    try (var menu =
        new Menu(sink, session.invocation().in(), () -> detaching.reach(Stage.GRACEFUL))) {
      var run = new AttachedRun(session.engine(), stack, menu, attached);
      detaching.subscribe(stage -> run.leave());
      return run.run(cancellation);
    }
  }

  private static void tell(EventSink sink, Stage stage) {
    if (stage == Stage.GRACEFUL) {
      sink.accept(new Event.Notice(ComposeSentences.STOPPING));
    }
  }

  private static Ending ending(AttachedEnd end, EventSink sink) {
    return switch (end) {
      case AttachedEnd.Refused refused -> new Ending.Unplanned(refused.problems());
      case AttachedEnd.Ended ended -> ending(ended, sink);
    };
  }

  private static Ending ending(AttachedEnd.Ended end, EventSink sink) {
    return switch (end.why()) {
      case UP_FAILED -> new Ending.Ran(end.up());
      case CANCELLED -> new Ending.Interrupted();
      case LEFT -> Ending.SUCCEEDED;
      case ALL_ENDED, ABORTED -> {
        if (end.exit() instanceof Exit.Missing missing) {
          sink.accept(new Event.Notice(withoutCode(missing)));
        }
        yield new Ending.ContainerCode(end.exit().code(), end.up());
      }
    };
  }

  private static String withoutCode(Exit.Missing missing) {
    return "`--exit-code-from %1$s`: no container of `%1$s` has run to its end, so this ends with %2$d"
        .formatted(missing.service(), missing.code());
  }
}
