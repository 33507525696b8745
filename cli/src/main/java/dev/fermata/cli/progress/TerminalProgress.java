package dev.fermata.cli.progress;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The live view: folds events into a screen and paints it while something goes on. What containers
 * say scrolls above it, and has the terminal for itself once a plan has ended: the block is then
 * left as it is. A status line stays below the block, and below what containers say.
 */
public final class TerminalProgress implements Progress {
  private static final Duration REFRESH = Duration.ofMillis(100);

  /**
   * Where to paint: the terminal, its lines, what prints the words of containers, what stays below
   * all, and how lines of Dockerfiles are shown.
   */
  public record Place(
      PrintStream terminal,
      Supplier<ScreenSize> size,
      Share share,
      InstantSource clock,
      EventSink containers,
      StatusLine statusLine,
      DockerfileText dockerfiles) {}

  /** In characters. */
  public record ScreenSize(int columns, int rows) {}

  /** How much of the terminal's height is ours. */
  public enum Share {
    /** Others write above us. */
    HALF,
    WHOLE
  }

  private final String title;
  private final Place place;
  private final BuildWarnings warnings;
  private final Painter painter;
  private final Thread refresher;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition ended = lock.newCondition();

  /** What is to be written above the block with the next frame. */
  private final List<Event> above = new ArrayList<>();

  private Screen screen = Screen.EMPTY;
  private String heading;
  private boolean due;
  private boolean closed;

  /** {@code title} is the command's name. */
  public TerminalProgress(String title, Place place) {
    this.title = title;
    this.heading = title;
    this.place = place;
    this.warnings = new BuildWarnings(place.dockerfiles());
    this.painter = new Painter(place.terminal());
    place.statusLine().onChange(this::repaint);
    this.refresher = Thread.ofVirtual().name("screen").start(this::refresh);
  }

  @Override
  public void accept(Event event) {
    lock.lock();
    try {
      switch (event) {
        case Event.LogLine line -> say(line);
        case Event.HookLine line -> say(line);
        case Event.WatchLine line -> say(line);
        case Event.Attached attached -> say(attached);
        case Event.ContainerEnded end -> say(end);
        case Event.Notice notice -> say(notice);
        case Event.PlanBegun begun -> begin(begun.plan());
        case Event.StepBegun begun -> fold(begun);
        case Event.StepProgressed progressed -> fold(progressed);
        case Event.BuildProgressed(Step step, BuildEvent.Warned warned) ->
            warnings.news(warned.warning()).forEach(line -> say(new Event.Notice(line)));
        case Event.BuildProgressed progressed -> fold(progressed);
        case Event.Retrying retrying -> fold(retrying);
        case Event.StillWaiting waiting -> fold(waiting);
        case Event.OptionalFailed failed -> fold(failed);
        case Event.StillUsed used -> fold(used);
        case Event.StepEnded end -> fold(end);
        case Event.LeftAsIs left -> fold(left);
        case Event.Skipped skipped -> fold(skipped);
        case Event.PlanEnded end -> settle();
      }
    } finally {
      lock.unlock();
    }
  }

  private void repaint() {
    lock.lock();
    try {
      due = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void begin(Plan plan) {
    heading = isStop(plan) ? "stop" : title;
    plan.notes().forEach(note -> say(new Event.Notice("note: " + note)));
  }

  /** The second half of an attached {@code up}. */
  private static boolean isStop(Plan plan) {
    return !plan.isEmpty()
        && plan.steps().stream().allMatch(step -> step.action() instanceof Action.StopContainer);
  }

  private void fold(Event event) {
    screen = screen.after(event, place.clock().instant());
    due = true;
    changed.signal();
  }

  /**
   * At once where nothing is painted below; else with the next frame, however many lines there are.
   */
  private void say(Event event) {
    if (screen.rows().isEmpty() && above.isEmpty() && !painter.hasPainted() && !due) {
      print(event);
      return;
    }
    above.add(event);
    due = true;
    changed.signal();
  }

  private void print(Event event) {
    if (event instanceof Event.Notice notice) {
      place.terminal().println(notice.text());
      return;
    }
    place.containers().accept(event);
  }

  private void refresh() {
    lock.lock();
    try {
      while (!closed) {
        while (!closed && !due && !screen.isWorking()) {
          changed.await();
        }
        paint();
        if (!closed) {
          ended.awaitNanos(REFRESH.toNanos());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void paint() {
    due = false;
    ScreenSize size = size();
    var lines = new ArrayList<String>();
    if (!screen.rows().isEmpty()) {
      int most = place.share() == Share.HALF ? size.rows() / 2 : size.rows() - 1;
      lines.addAll(
          new ScreenLines(size.columns())
              .of(heading, screen, place.clock().instant(), Math.max(1, most)));
    }
    lines.addAll(place.statusLine().lines(size.columns()));
    paint(lines, size);
  }

  /** To ask the terminal costs another process: not where nothing is painted. */
  private ScreenSize size() {
    boolean isNeeded =
        !screen.rows().isEmpty() || painter.hasPainted() || place.statusLine().isShown();
    return isNeeded ? place.size().get() : new ScreenSize(1, 1);
  }

  private void paint(List<String> lines, ScreenSize size) {
    if (!above.isEmpty() || lines.isEmpty()) {
      painter.erase(size.columns());
      above.forEach(this::print);
      above.clear();
    }
    painter.paint(lines, size.columns());
  }

  /** Shows the whole block once, and leaves it. */
  private void settle() {
    ScreenSize size = size();
    List<String> lines =
        screen.rows().isEmpty()
            ? List.of()
            : new ScreenLines(size.columns()).of(heading, screen, place.clock().instant());
    paint(lines, size);
    painter.leave();
    screen = Screen.EMPTY;
    due = place.statusLine().isShown();
    changed.signal();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      settle();
      closed = true;
      changed.signal();
      ended.signal();
    } finally {
      lock.unlock();
    }
    try {
      refresher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
