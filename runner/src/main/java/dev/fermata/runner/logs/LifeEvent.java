package dev.fermata.runner.logs;

import dev.fermata.runner.engine.EngineEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What the engine tells of the life of a container, and what is asked for beside. */
sealed interface LifeEvent {
  Instant time();

  record Started(Instant time, String name) implements LifeEvent {}

  /** The code is missing where the engine does not give it. */
  record Died(Instant time, OptionalInt exitCode) implements LifeEvent {}

  record Removed(Instant time) implements LifeEvent {}

  /** It was stopped, which ends the hope for a next life without another death. */
  record Stopped(Instant time) implements LifeEvent {}

  /** Asked for: the lines of a container that does not run. Not of the engine, so never late. */
  record Past() implements LifeEvent {
    @Override
    public Instant time() {
      return Instant.MAX;
    }
  }

  /** Empty where the event neither begins nor ends a life. */
  static Optional<LifeEvent> of(EngineEvent event) {
    return switch (event.action()) {
      case "start" ->
          Optional.ofNullable(event.attributes().get("name"))
              .map(name -> new Started(event.time(), name));
      case "die" -> Optional.of(new Died(event.time(), exitCode(event)));
      case "destroy" -> Optional.of(new Removed(event.time()));
      case "stop" -> Optional.of(new Stopped(event.time()));
      default -> Optional.empty();
    };
  }

  private static OptionalInt exitCode(EngineEvent event) {
    String code = event.attributes().getOrDefault("exitCode", "");
    return code.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
  }
}
