package dev.fermata.runner.logs;

import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream.Line;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a container's lines go on after a break, without loss or repeats: from the time of the last
 * line, without as many lines of that time as were seen. Two lines may bear the same time.
 */
final class Resumption {
  private final LogRequest first;

  /** Everything up to here was there before. */
  private final Instant past;

  private @Nullable Instant last;
  private int seenAtLast;
  private int toSkip;

  Resumption(LogRequest first) {
    this(first, Instant.MIN);
  }

  private Resumption(LogRequest first, Instant past) {
    this.first = first;
    this.past = past;
  }

  /** What comes after the last line that was there; that one and its like are left out. */
  static Resumption after(Line lastOfThePast) {
    Instant time = lastOfThePast.time();
    return new Resumption(
        new LogRequest(OptionalInt.empty(), Optional.of(time), LogRequest.Mode.FOLLOW), time);
  }

  LogRequest request(LogRequest.Mode mode) {
    Instant since = last;
    if (since == null) {
      return new LogRequest(first.tail(), first.since(), mode);
    }
    toSkip = seenAtLast;
    return new LogRequest(OptionalInt.empty(), Optional.of(since), mode);
  }

  boolean isNew(Line line) {
    if (!line.time().isAfter(past)) {
      return false;
    }
    Instant known = last;
    if (known == null || line.time().isAfter(known)) {
      last = line.time();
      seenAtLast = 1;
      toSkip = 0;
      return true;
    }
    if (line.time().isBefore(known)) {
      return false;
    }
    if (toSkip > 0) {
      toSkip--;
      return false;
    }
    seenAtLast++;
    return true;
  }
}
