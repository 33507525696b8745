package dev.fermata.runner.logs;

import dev.fermata.runner.engine.EngineEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What a container is told to have gone through. */
sealed interface Word {
  Instant time();

  record Started(Instant time, String name) implements Word {}

  /** The code is missing where the engine does not give it. */
  record Died(Instant time, OptionalInt exitCode) implements Word {}

  record Removed(Instant time) implements Word {}

  /** It was stopped, which ends the hope for a next life without another death. */
  record Stopped(Instant time) implements Word {}

  /** It does not run, and the lines that are there are asked for; no event, and never late. */
  record Past() implements Word {
    @Override
    public Instant time() {
      return Instant.MAX;
    }
  }

  /** Empty where the event neither begins nor ends a life. */
  static Optional<Word> of(EngineEvent event) {
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
