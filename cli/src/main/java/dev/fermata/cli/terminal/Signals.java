package dev.fermata.cli.terminal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Signals of the system, taken by us until this is closed; each by its name: {@code TERM}. */
@SuppressWarnings("sunapi")
public final class Signals implements AutoCloseable {
  private final Map<sun.misc.Signal, sun.misc.SignalHandler> before = new HashMap<>();

  private Signals() {}

  /** Those that the Java runtime keeps to itself are left out. */
  public static Signals taken(List<String> names, Consumer<String> then) {
    var signals = new Signals();
    for (String name : names) {
      signals.take(name, then);
    }
    return signals;
  }

  private void take(String name, Consumer<String> then) {
    try {
      var signal = new sun.misc.Signal(name);
      before.put(signal, sun.misc.Signal.handle(signal, got -> then.accept(name)));
    } catch (IllegalArgumentException e) {
      // The runtime's own, or unknown to this system: it goes on doing what it did.
    }
  }

  @Override
  public void close() {
    before.forEach(sun.misc.Signal::handle);
  }
}
