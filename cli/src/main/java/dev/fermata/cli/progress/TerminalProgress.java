package dev.fermata.cli.progress;

import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The live view: folds events into a screen and repaints it ten times a second. What containers say
 * scrolls above it.
 */
public final class TerminalProgress implements Progress {
  private static final Duration REFRESH = Duration.ofMillis(100);

  /** Where to paint: the terminal, its lines, and what prints the words of containers. */
  public record Place(
      PrintStream terminal, Supplier<ScreenSize> size, InstantSource clock, EventSink containers) {}

  /** In characters. */
  public record ScreenSize(int columns, int rows) {}

  private final String title;
  private final Place place;
  private final Painter painter;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread refresher;
  private final Object lock = new Object();
  private Screen screen = Screen.EMPTY;

  /** {@code title} is the command's name. */
  public TerminalProgress(String title, Place place) {
    this.title = title;
    this.place = place;
    this.painter = new Painter(place.terminal());
    this.refresher = Thread.ofVirtual().name("screen").start(this::refresh);
  }

  @Override
  public void accept(Event event) {
    synchronized (lock) {
      switch (event) {
        case Event.LogLine line -> above(() -> place.containers().accept(line));
        case Event.ContainerEnded ended -> above(() -> place.containers().accept(ended));
        case Event.Notice notice -> above(() -> place.terminal().println(notice.text()));
        case Event.PlanBegun begun -> begun.plan().notes().forEach(this::note);
        case Event.StepBegun begun -> fold(event);
        case Event.StepProgressed progressed -> fold(event);
        case Event.StillWaiting waiting -> fold(event);
        case Event.StepEnded ended -> fold(event);
        case Event.PlanEnded ended -> fold(event);
      }
    }
  }

  private void note(String text) {
    above(() -> place.terminal().println("note: " + text));
  }

  private void fold(Event event) {
    screen = screen.after(event, place.clock().instant());
  }

  private void above(Runnable print) {
    painter.erase();
    print.run();
    if (screen.finished() < screen.rows().size()) {
      paint();
    }
  }

  private void refresh() {
    try {
      while (!closed.await(REFRESH.toMillis(), TimeUnit.MILLISECONDS)) {
        synchronized (lock) {
          paint();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void paint() {
    if (screen.rows().isEmpty()) {
      return;
    }
    ScreenSize size = place.size().get();
    painter.paint(
        new ScreenLines(size.columns(), size.rows()).of(title, screen, place.clock().instant()));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      refresher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (lock) {
      paint();
    }
  }
}
