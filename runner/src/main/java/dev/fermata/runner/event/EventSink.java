package dev.fermata.runner.event;

/** Where events go. Called from many threads; must not block for long. */
@FunctionalInterface
public interface EventSink {
  void accept(Event event);
}
