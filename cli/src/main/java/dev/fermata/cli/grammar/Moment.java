package dev.fermata.cli.grammar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A point in time as the docker client reads it: a date, a time, seconds, or how long ago. */
public sealed interface Moment {
  Instant seenAt(Instant now);

  record At(Instant time) implements Moment {
    @Override
    public Instant seenAt(Instant now) {
      return time;
    }
  }

  /** Negative is to come: until in ten minutes is {@code -10m}. */
  record Ago(Duration duration) implements Moment {
    @Override
    public Instant seenAt(Instant now) {
      return now.minus(duration);
    }
  }

  static Flag<Optional<Moment>> flag(String about, String name) {
    return Flag.text("TIME", about, name)
        .as((flag, given) -> given.map(text -> MomentForms.read(flag, text)));
  }
}
