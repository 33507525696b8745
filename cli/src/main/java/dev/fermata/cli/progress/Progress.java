package dev.fermata.cli.progress;

import dev.fermata.runner.event.EventSink;

/** Shows a run while it goes on; closing it leaves the last state to be seen. */
public interface Progress extends EventSink, AutoCloseable {

  /** Shows nothing but what containers say. */
  static Progress quiet(EventSink containers) {
    return containers::accept;
  }

  @Override
  default void close() {}
}
