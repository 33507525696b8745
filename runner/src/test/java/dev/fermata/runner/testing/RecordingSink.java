package dev.fermata.runner.testing;

import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps all events, and lets a test wait for one. */
public final class RecordingSink implements EventSink {
  private final List<Event> events = new ArrayList<>();
  private final Awaiting changed = new Awaiting();

  @Override
  public void accept(Event event) {
    synchronized (events) {
      events.add(event);
    }
    changed.tell();
  }

  public List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  public <E extends Event> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Waits until such an event is there. */
  public void await(Predicate<Event> wanted) {
    changed.until(() -> events().stream().anyMatch(wanted));
  }
}
