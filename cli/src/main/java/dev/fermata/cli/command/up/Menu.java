package dev.fermata.cli.command.up;

import dev.fermata.cli.progress.StatusLine;
import dev.fermata.cli.session.GlobalOptions.ProgressMode;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import dev.fermata.cli.terminal.Foreground;
import dev.fermata.cli.terminal.RawMode;
import dev.fermata.cli.terminal.Signals;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.watch.WatchRefusal;
import dev.fermata.runner.watch.WatchSwitch;
import dev.fermata.runner.watch.WatchSwitch.State;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The keys of an attached {@code up}, in a line below what containers say: {@code d} leaves what
 * runs to itself, {@code w} switches the watch of files. They are listened to once all is up, since
 * questions are asked before; then the terminal gives each key as it is typed, and is put back at
 * the end. Ctrl-C and Ctrl-Z stay what they are.
 */
final class Menu implements EventSink, AutoCloseable {
  private static final String VARIABLE = "COMPOSE_MENU";

  /** A shell puts its own mode back before it lets us go on. */
  private static final List<String> GOES_ON = List.of("CONT");

  private final EventSink shown;
  private final Desk desk;
  private final WatchSwitch watch;
  private final Runnable leave;
  private Optional<Open> open = Optional.empty();
  private boolean closed;

  /** Where somebody types, and sees what can be typed. */
  record Desk(InputStream keys, StatusLine line) {}

  /** What is to be put back. */
  private record Open(RawMode mode, Signals signals) implements AutoCloseable {
    @Override
    public void close() {
      signals.close();
      mode.close();
    }
  }

  Menu(EventSink shown, Desk desk, WatchSwitch watch, Runnable leave) {
    this.shown = shown;
    this.desk = desk;
    this.watch = watch;
    this.leave = leave;
  }

  /** Where somebody can see and type; the flag wins over the variable. */
  static boolean isWanted(Session session, Optional<Boolean> flag) {
    Terminal terminal = session.invocation().terminal();
    boolean isThere =
        terminal.is(Terminal.Stream.IN)
            && session.globals().progress(terminal) == ProgressMode.TTY
            && Foreground.isOurs();
    return isThere && flag.orElseGet(() -> !isOff(session));
  }

  private static boolean isOff(Session session) {
    return session.invocation().environment().containsKey(VARIABLE) && !session.isTrue(VARIABLE);
  }

  @Override
  public void accept(Event event) {
    shown.accept(event);
    // Behind a prefix comes another plan, which may ask.
    if (event instanceof Event.PlanEnded ended
        && ended.report().succeeded()
        && !ended.report().plan().isPrefix()) {
      open();
    }
  }

  private synchronized void open() {
    if (closed || open.isPresent()) {
      return;
    }
    RawMode mode = RawMode.enterSingleKeys();
    open = Optional.of(new Open(mode, Signals.taken(GOES_ON, name -> enterAgain(mode))));
    name(watch.state());
    Thread.ofPlatform().daemon().name("keys").start(this::listen);
  }

  /** Not in the signal's own thread, where nothing may wait. */
  private static void enterAgain(RawMode mode) {
    Thread.ofPlatform().daemon().name("terminal").start(mode::again);
  }

  private synchronized void name(State watching) {
    if (closed) {
      return;
    }
    String watch =
        switch (watching) {
          case ON -> "Disable Watch";
          case OFF -> "Enable Watch";
        };
    desk.line().show(List.of(new StatusLine.Key("w", watch), new StatusLine.Key("d", "Detach")));
  }

  private void listen() {
    try {
      for (int key = desk.keys().read(); key >= 0; key = desk.keys().read()) {
        if (isClosed()) {
          return;
        }
        act(key);
      }
    } catch (IOException e) {
      // The terminal has gone, and whoever typed with it.
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void act(int key) {
    switch (key) {
      case 'd' -> leave.run();
      case 'w' -> toggle();
      case '\n' -> shown.accept(new Event.Notice(""));
      default -> {}
    }
  }

  private void toggle() {
    try {
      name(watch.toggle());
    } catch (WatchRefusal refusal) {
      shown.accept(new Event.Notice("watch: " + refusal.sentence()));
      shown.accept(new Event.Notice("  hint: " + refusal.hint()));
    }
  }

  /** Gives the terminal back, and hears no key any more. */
  synchronized void end() {
    closed = true;
    desk.line().clear();
    open.ifPresent(Open::close);
  }

  @Override
  public void close() {
    end();
  }
}
