package dev.fermata.cli.progress;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.Reason;
import dev.fermata.planner.text.PlanText;
import java.util.Collection;

/** The reason of a step behind the word for what it does: {@code Waiting (web waits)}. */
final class ReasonSuffix {
  private ReasonSuffix() {}

  static String of(Reason reason) {
    if (goesWithoutSaying(reason)) {
      return "";
    }
    String text =
        reason instanceof Reason.Gates gates
            ? waiting(gates.waiting())
            : PlanText.reasonText(reason);
    return text.isEmpty() ? "" : "(" + text + ")";
  }

  /**
   * That something missing is made, that what does not run is started, and that a command does what
   * it is for.
   */
  private static boolean goesWithoutSaying(Reason reason) {
    return reason instanceof Reason.Missing
        || reason instanceof Reason.NotRunning
        || (reason instanceof Reason.Asked asked && !asked.by().contains("-"));
  }

  private static String waiting(Collection<ServiceName> services) {
    String names = services.stream().map(ServiceName::text).collect(joining(", "));
    if (names.isEmpty()) {
      return "";
    }
    return names + (services.size() == 1 ? " waits" : " wait");
  }
}
