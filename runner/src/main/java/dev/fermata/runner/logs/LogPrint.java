package dev.fermata.runner.logs;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** The lines that are there, of several containers, merged by their time. */
public final class LogPrint {
  private final Engine engine;
  private final EventSink sink;

  /** A stream, its container and the line that comes next from it. */
  private record Head(ObservedContainer container, LogStream stream, LogStream.Line line) {}

  public LogPrint(Engine engine, EventSink sink) {
    this.engine = engine;
    this.sink = sink;
  }

  public void print(LogQuery query) {
    List<ObservedContainer> containers =
        query.containers(engine.observe(ObserveRequest.of(query.project())));
    LogRequest request = query.request(LogRequest.Mode.UNTIL_NOW);
    var heads =
        new PriorityQueue<Head>(
            Comparator.comparing((Head head) -> head.line().time())
                .thenComparing(head -> head.container().name()));
    try {
      for (ObservedContainer container : containers) {
        next(container, engine.logs(container.id(), request)).ifPresent(heads::add);
      }
      for (Head head = heads.poll(); head != null; head = heads.poll()) {
        ObservedContainer container = head.container();
        sink.accept(new Event.LogLine(container.service(), container.name(), head.line()));
        next(container, head.stream()).ifPresent(heads::add);
      }
    } finally {
      heads.forEach(head -> head.stream().close());
    }
  }

  /** A stream that has no more is closed. */
  private static Optional<Head> next(ObservedContainer container, LogStream stream) {
    Optional<LogStream.Line> line = stream.next();
    if (line.isEmpty()) {
      stream.close();
    }
    return line.map(it -> new Head(container, stream, it));
  }
}
