package dev.fermata.runner.ready;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A line that the container has written in this life. Each look goes on where the last one ended,
 * and what was found stays found.
 */
final class LogLines implements Question {
  private final Engine engine;
  private final String container;
  private final Pattern wanted;
  private Instant since;
  private boolean found;

  LogLines(Engine engine, String container, Instant since, Pattern wanted) {
    this.engine = engine;
    this.container = container;
    this.since = since;
    this.wanted = wanted;
  }

  @Override
  public Reply ask(Duration timeout) throws InterruptedException {
    if (!found) {
      try {
        look();
      } catch (EngineException e) {
        if (e.kind() == EngineException.Kind.INTERRUPTED) {
          throw new InterruptedException(e.getMessage());
        }
        return Command.failed(e);
      }
    }
    return found ? Reply.READY : new Reply.NotYet("no such line yet");
  }

  private void look() {
    var request =
        new LogRequest(OptionalInt.empty(), Optional.of(since), LogRequest.Mode.UNTIL_NOW);
    try (LogStream lines = engine.containers().logs(container, request)) {
      for (var line = lines.next(); line.isPresent() && !found; line = lines.next()) {
        found = wanted.matcher(line.get().text()).find();
        since = line.get().time().isAfter(since) ? line.get().time() : since;
      }
    }
  }
}
