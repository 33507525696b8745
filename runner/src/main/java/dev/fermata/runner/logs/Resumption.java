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
  private @Nullable Instant last;
  private int seenAtLast;
  private int toSkip;

  Resumption(LogRequest first) {
    this.first = first;
  }

  LogRequest request() {
    Instant since = last;
    if (since == null) {
      return first;
    }
    toSkip = seenAtLast;
    return new LogRequest(OptionalInt.empty(), Optional.of(since), LogRequest.Mode.FOLLOW);
  }

  boolean isNew(Line line) {
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
