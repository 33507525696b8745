package dev.fermata.cli.command.up;

import dev.fermata.cli.session.GlobalOptions.ProgressMode;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import dev.fermata.cli.terminal.RawMode;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The keys of an attached {@code up}: {@code d} leaves what runs to itself. They are listened to
 * once all is up, since questions are asked before; then the terminal gives each key as it is
 * typed, and is put back at the end. Ctrl-C stays what it is.
 */
final class Menu implements EventSink, AutoCloseable {
  private static final String VARIABLE = "COMPOSE_MENU";
  private static final String KEYS = "keys: d leaves it running, Ctrl-C stops it";

  private final EventSink shown;
  private final InputStream keys;
  private final Runnable leave;
  private Optional<RawMode> mode = Optional.empty();
  private boolean closed;

  Menu(EventSink shown, InputStream keys, Runnable leave) {
    this.shown = shown;
    this.keys = keys;
    this.leave = leave;
  }

  /** Where somebody can see and type; the flag wins over the variable. */
  static boolean isWanted(Session session, Optional<Boolean> flag) {
    Terminal terminal = session.invocation().terminal();
    boolean isThere =
        terminal.is(Terminal.Stream.IN) && session.globals().progress(terminal) == ProgressMode.TTY;
    return isThere && flag.orElseGet(() -> session.isTrue(VARIABLE));
  }

  @Override
  public void accept(Event event) {
    shown.accept(event);
    // Behind a prefix comes another plan, which may ask.
    if (event instanceof Event.PlanEnded ended && !ended.report().plan().isPrefix()) {
      open();
    }
  }

  private synchronized void open() {
    if (closed || mode.isPresent()) {
      return;
    }
    mode = Optional.of(RawMode.enterSingleKeys());
    shown.accept(new Event.Notice(KEYS));
    Thread.ofPlatform().daemon().name("keys").start(this::listen);
  }

  private void listen() {
    try {
      for (int key = keys.read(); key >= 0; key = keys.read()) {
        if (key == 'd') {
          leave.run();
          return;
        }
      }
    } catch (IOException e) {
      // The terminal has gone, and whoever typed with it.
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    mode.ifPresent(RawMode::close);
  }
}
