package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.Span;

/** How much the texts of a file have grown by variables that were filled in, which has a bound. */
final class Growth {
  private static final long BOUND = 16 << 20;

  private long total;

  /** Counts one text; once the bound is passed, no text that grows is accepted any more. */
  boolean isBeyond(String before, String after) {
    int more = after.length() - before.length();
    total += Math.max(0, more);
    return more > 0 && total > BOUND;
  }

  Diagnostic report(Span span) {
    return Diagnostic.error(
        Code.TOO_LARGE,
        span,
        "the values in this file grow to more than %d MiB".formatted(BOUND >> 20));
  }
}
