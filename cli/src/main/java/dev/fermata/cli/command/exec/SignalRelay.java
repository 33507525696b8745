package dev.fermata.cli.command.exec;

import dev.fermata.cli.terminal.Signals;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands the signals that this program gets on to a container, as if the user had typed into it.
 * Whoever wants it to end three times gets away.
 */
final class SignalRelay {
  private static final List<String> SIGNALS =
      List.of("INT", "TERM", "HUP", "QUIT", "USR1", "USR2", "ALRM", "CONT");

  private static final List<String> ENDING = List.of("INT", "TERM");
  private static final int PATIENCE = 3;

  private final Containers containers;
  private final String container;
  private final Runnable breakOff;
  private final AtomicInteger wishes = new AtomicInteger();

  private SignalRelay(Containers containers, String container, Runnable breakOff) {
    this.containers = containers;
    this.container = container;
    this.breakOff = breakOff;
  }

  /** The signals are taken until the answer is closed. */
  static Signals to(Containers containers, String container, Runnable breakOff) {
    var relay = new SignalRelay(containers, container, breakOff);
    return Signals.taken(SIGNALS, relay::handOn);
  }

  private void handOn(String signal) {
    if (ENDING.contains(signal) && wishes.incrementAndGet() >= PATIENCE) {
      breakOff.run();
      return;
    }
    try {
      containers.kill(container, signal);
    } catch (EngineException e) {
      // It has ended, or the engine is lost: either ends the output, whose reader tells of it.
      // Told here as well, it would be told twice, and from the middle of a line.
    }
  }
}
