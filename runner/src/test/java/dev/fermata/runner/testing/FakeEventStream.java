package dev.fermata.runner.testing;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.label.Labels;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.listing.EventWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Events of one project; none once it is closed, as of a real engine. */
final class FakeEventStream implements EventStream {
  private final BlockingQueue<Optional<EngineEvent>> events = new LinkedBlockingQueue<>();
  private final ProjectName project;
  private volatile boolean closed;

  FakeEventStream(ProjectName project) {
    this.project = project;
  }

  boolean isOpen() {
    return !closed;
  }

  void offer(EngineEvent event) {
    if (project.text().equals(event.attributes().get(Labels.PROJECT))) {
      events.add(Optional.of(event));
    }
  }

  /** What has been; nothing follows where the window has ended by now. */
  void replay(List<EngineEvent> history, EventWindow window, Instant now) {
    Instant until = window.until().orElse(Instant.MAX);
    window
        .since()
        .ifPresent(since ->
            history.stream()
                .filter(event -> !event.time().isBefore(since) && !event.time().isAfter(until))
                .forEach(this::offer));
    if (!until.isAfter(now)) {
      events.add(Optional.empty());
    }
  }

  @Override
  public Optional<EngineEvent> next() {
    if (closed) {
      return Optional.empty();
    }
    try {
      Optional<EngineEvent> next = events.take();
      return closed ? Optional.empty() : next;
    } catch (InterruptedException e) {
      throw new EngineException(EngineException.Kind.INTERRUPTED, "cut short", "", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    events.add(Optional.empty());
  }
}
