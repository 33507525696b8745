package dev.fermata.cli.progress;

import dev.fermata.runner.event.EventSink;
import java.util.Set;

/** Shows a run while it goes on; closing it leaves the last state to be seen. */
public interface Progress extends EventSink, AutoCloseable {

  /** Shows nothing but what containers say. */
  static Progress quiet(EventSink containers) {
    return containers::accept;
  }

  /**
   * Shows what {@code shown} does, without the layers of a pull or the lines of a build: what goes
   * on inside of such a step.
   */
  static Progress without(Set<Inside> hidden, Progress shown) {
    return hidden.isEmpty() ? shown : new HidingProgress(hidden, shown);
  }

  /** A kind of step that tells how far it is. */
  enum Inside {
    PULL,
    PUSH,
    BUILD
  }

  @Override
  default void close() {}
}
