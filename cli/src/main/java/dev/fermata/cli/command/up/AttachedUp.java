package dev.fermata.cli.command.up;

import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.StatusLine;
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
import dev.fermata.runner.Stack;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.watch.WatchRefusal;
import dev.fermata.runner.watch.WatchSwitch;
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
    var line = new StatusLine();
    try (WatchSwitch watch = watch(stack, request);
        Progress progress = work.progress(new Work.Beside(Share.HALF, printer, line))) {
      var run = new AttachedRun.Attached(request, attachment, watch);
      return ending(
          run(new Place(stack, watch, line, session.cancellation()), run, progress), progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    }
  }

  /**
   * Where an attached run goes on: what runs plans, what goes on beside, the keys' line, the user's
   * wish to leave.
   */
  private record Place(
      Stack stack, WatchSwitch watch, StatusLine line, Cancellation cancellation) {}

  /** Changes of files are noticed from before the project comes up, where they are watched. */
  private WatchSwitch watch(Stack stack, Request.Up request) {
    WatchSwitch.Opening opening =
        warnings ->
            WatchSetup.open(
                session, new WatchSetup.Opening(stack, request, OldImages.KEPT, warnings));
    return switch (flags.files()) {
      case LEFT_ALONE -> WatchSwitch.off(opening);
      case WATCHED -> on(opening);
    };
  }

  private WatchSwitch on(WatchSwitch.Opening opening) {
    try {
      return WatchSwitch.on(opening, warning -> session.err().println("warning: " + warning));
    } catch (WatchRefusal refusal) {
      throw WatchSetup.refused(refusal);
    }
  }

  private AttachedEnd run(Place place, AttachedRun.Attached attached, EventSink sink)
      throws InterruptedException {
    Cancellation cancellation = place.cancellation();
    var telling = cancellation.subscribe(reached -> tell(sink, reached));
    try {
      return Menu.isWanted(session, wantsMenu)
          ? withMenu(place, attached, sink)
          : new AttachedRun(session.engine(), place.stack(), sink, attached).run(cancellation);
    } finally {
      telling.close();
    }
  }

  @SuppressWarnings("try") // Heard while it is open.
  private AttachedEnd withMenu(Place place, AttachedRun.Attached attached, EventSink sink)
      throws InterruptedException {
    Cancellation cancellation = place.cancellation();
    var detaching = new Cancellation();
    var desk = new Menu.Desk(session.invocation().in(), place.line());
    try (var menu =
        new Menu(sink, desk, place.watch(), () -> detaching.reach(Cancellation.Stage.GRACEFUL))) {
      var run = new AttachedRun(session.engine(), place.stack(), menu, attached);
      detaching.subscribe(reached -> run.leave());
      try (var leaving = cancellation.subscribe(reached -> menu.end())) {
        return run.run(cancellation);
      }
    }
  }

  private static void tell(EventSink sink, Cancellation.Stage stage) {
    if (stage == Cancellation.Stage.GRACEFUL) {
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
