package dev.fermata.runner.testing;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import java.util.List;
import java.util.Optional;

/** The lines of a fake container. */
final class FakeLogStream implements LogStream {
  private final FakeContainer container;
  private final LogRequest request;
  private final Awaiting changed;
  private int next;
  private volatile boolean closed;

  FakeLogStream(FakeContainer container, LogRequest request, Awaiting changed) {
    this.container = container;
    this.request = request;
    this.changed = changed;
    List<Line> present = container.lines();
    int size = present.size();
    request.tail().ifPresent(tail -> next = Math.max(0, size - tail));
    while (next < size && isBefore(present.get(next))) {
      next++;
    }
  }

  @Override
  public Optional<Line> next() {
    while (!closed) {
      boolean running = container.isRunning();
      List<Line> lines = container.lines();
      if (next < lines.size()) {
        return Optional.of(lines.get(next++));
      }
      if (request.mode() == LogRequest.Mode.UNTIL_NOW || !running) {
        return Optional.empty();
      }
      awaitMore(lines.size());
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    changed.tell();
  }

  private boolean isBefore(Line line) {
    return request.since().isPresent() && line.time().isBefore(request.since().get());
  }

  private void awaitMore(int known) {
    try {
      changed.untilEver(() -> closed || !container.isRunning() || container.lines().size() > known);
    } catch (InterruptedException e) {
      throw new EngineException(EngineException.Kind.INTERRUPTED, "cut short", "", e);
    }
  }
}
