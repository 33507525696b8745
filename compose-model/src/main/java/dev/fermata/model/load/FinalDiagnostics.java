package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.diagnostic.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a load reports in the end: each finding once, even where its file was read on several ways;
 * each unset variable once; and of thousands of findings the first ones, with the bound that ended
 * the load.
 */
final class FinalDiagnostics {
  /** Of each severity; more of them help nobody. */
  private static final int MOST = 1_000;

  private final Set<Object> seen = new HashSet<>();
  private final Map<Severity, Integer> leftOut = new EnumMap<>(Severity.class);
  private final Map<Severity, Integer> kept = new EnumMap<>(Severity.class);

  private FinalDiagnostics() {}

  static <T> Result<T> of(Result<T> result) {
    var distinct = new FinalDiagnostics();
    List<Diagnostic> first = result.diagnostics().stream().filter(distinct::isKept).toList();
    var all = new ArrayList<>(first);
    distinct.leftOut.forEach((severity, count) -> all.add(more(severity, count)));
    return new Result<>(result.value(), all);
  }

  private boolean isKept(Diagnostic diagnostic) {
    if (!seen.add(identity(diagnostic))) {
      return false;
    }
    boolean isFirst = kept.merge(diagnostic.severity(), 1, Integer::sum) <= MOST;
    if (isFirst || (diagnostic.code() == Code.TOO_LARGE && seen.add(diagnostic.message()))) {
      return true;
    }
    leftOut.merge(diagnostic.severity(), 1, Integer::sum);
    return false;
  }

  private static Object identity(Diagnostic diagnostic) {
    return diagnostic.code() == Code.UNSET_VARIABLE ? diagnostic.message() : diagnostic;
  }

  private static Diagnostic more(Severity severity, int count) {
    Message message =
        Message.of(
            "%s more %s are not shown",
            Quote.number(count), Quote.word(severity == Severity.ERROR ? "mistakes" : "doubts"));
    return new Diagnostic(
        Code.TOO_LARGE, severity, Optional.empty(), message, Optional.empty(), List.of());
  }
}
