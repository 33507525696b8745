package dev.fermata.runner.logs;

import dev.fermata.model.ProjectName;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.task.ReplaceableResource;
import java.util.Optional;

/** The events of a project over as many streams as it takes; none is left open by a close. */
final class Subscription implements AutoCloseable {
  private final Engine engine;
  private final ProjectName project;
  private final ReplaceableResource<EventStream> stream =
      new ReplaceableResource<>(EventStream::close);

  Subscription(Engine engine, ProjectName project) {
    this.engine = engine;
    this.project = project;
    stream.put(engine.events().of(project));
  }

  /** The next event; empty when the stream has ended. */
  Optional<EngineEvent> next() {
    return stream.current().flatMap(EventStream::next);
  }

  /** Opens a new stream in place of one that has ended; not after the close. */
  void renew() {
    stream.put(engine.events().of(project));
  }

  boolean isClosed() {
    return stream.isClosed();
  }

  @Override
  public void close() {
    stream.close();
  }
}
