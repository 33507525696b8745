package dev.fermata.model.load.interpolate;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import java.util.Optional;

/** How much the texts of a file have grown by variables that were filled in, which has a bound. */
public final class GrowthLimit {
  private static final long BOUND = 16 << 20;

  private long total;

  /** Whether the bound was passed: nothing more should be filled in. */
  public boolean isSpent() {
    return total > BOUND;
  }

  /** Counts one text; says so where that passes the bound. */
  public Optional<Diagnostic> count(String before, Substitution.Outcome after, Span span) {
    boolean alone = after.problems().stream().anyMatch(p -> p.code() == Code.TOO_LARGE);
    total += alone ? BOUND + 1 : Math.max(0, after.text().length() - before.length());
    return isSpent() && !alone
        ? Optional.of(
            Diagnostic.error(
                Code.TOO_LARGE,
                span,
                "the values in this file grow to more than %s MiB",
                Quote.number(BOUND >> 20)))
        : Optional.empty();
  }
}
