package dev.fermata.cli.progress;

import dev.fermata.planner.Reason;
import dev.fermata.planner.text.PlanText;

/** The reason of a step for a reader. */
final class Why {
  private Why() {}

  static String of(Reason reason) {
    return goesWithoutSaying(reason) ? "" : PlanText.reasonText(reason);
  }

  /** That something missing is made, and that a command does what it is for. */
  private static boolean goesWithoutSaying(Reason reason) {
    return reason instanceof Reason.Missing
        || (reason instanceof Reason.Asked asked && !asked.by().contains("-"));
  }
}
