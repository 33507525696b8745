package dev.fermata.runner.logs;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The lines that are there, of several containers, merged by their time. A container whose lines
 * cannot be had is told by name, and the others' go on.
 */
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
        query.containers(engine.system().observe(ObserveRequest.of(query.project())));
    LogRequest request = query.request(LogRequest.Mode.UNTIL_NOW);
    var heads =
        new PriorityQueue<Head>(
            Comparator.comparing((Head head) -> head.line().time())
                .thenComparing(head -> head.container().name()));
    try {
      for (ObservedContainer container : containers) {
        first(container, request).ifPresent(heads::add);
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

  private Optional<Head> first(ObservedContainer container, LogRequest request) {
    try {
      return next(container, engine.containers().logs(container.id(), request));
    } catch (EngineException e) {
      return missing(container, e);
    }
  }

  /** A stream that has no more is closed. */
  private Optional<Head> next(ObservedContainer container, LogStream stream) {
    try {
      Optional<LogStream.Line> line = stream.next();
      if (line.isEmpty()) {
        stream.close();
      }
      return line.map(it -> new Head(container, stream, it));
    } catch (EngineException e) {
      stream.close();
      return missing(container, e);
    }
  }

  /** What concerns the engine or the caller, and not this one source, ends the whole. */
  private Optional<Head> missing(ObservedContainer container, EngineException e) {
    if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.INTERRUPTED) {
      throw e;
    }
    sink.accept(MissingLines.of(container.name(), e));
    return Optional.empty();
  }
}
