package dev.fermata.runner.docker.call;

import dev.fermata.runner.docker.transport.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The engine's clock, which may be far from ours: {@code date} is what a header of an answer said
 * when it was {@code then} here.
 */
record EngineClock(Optional<String> date, Instant then) {
  /** The seconds are told whole, and an answer is on its way for a while: that is no difference. */
  private static final Duration SAME = Duration.ofSeconds(2);

  static EngineClock of(Reply reply) {
    return new EngineClock(reply.header("Date"), Instant.now());
  }

  /** What time it is there when it is {@code now} here; the same where the engine did not tell. */
  Instant at(Instant now) {
    Duration ahead = parsed(date).map(there -> Duration.between(then, there)).orElse(Duration.ZERO);
    return ahead.abs().compareTo(SAME) <= 0 ? now : now.plus(ahead);
  }

  /** In whole seconds. */
  static Optional<Instant> parsed(Optional<String> date) {
    try {
      return date.map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeParseException e) {
      // A proxy in between may write what it likes; then it is not known.
      return Optional.empty();
    }
  }
}
