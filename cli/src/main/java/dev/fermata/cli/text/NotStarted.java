package dev.fermata.cli.text;

import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why services were not started: those that wait for the same thing stand on one line. */
final class NotStarted {
  private static final String WITHOUT_CONDITION = "not started";

  private NotStarted() {}

  /** {@code held} are the services that the run has held back. */
  static List<String> lines(Report report, SortedSet<String> held) {
    SortedMap<String, SortedSet<String>> why = new TreeMap<>();
    for (String service : held) {
      String reason = condition(report, new ServiceName(service)).orElse(WITHOUT_CONDITION);
      why.computeIfAbsent(reason, key -> new TreeSet<>()).add(service);
    }
    var lines = new ArrayList<String>();
    why.forEach((reason, services) -> lines.add(reason + ": " + String.join(", ", services)));
    return lines;
  }

  private static Optional<String> condition(Report report, ServiceName service) {
    return report.plan().steps().stream()
        .filter(step ->
            step.action() instanceof Action.StartContainer start && start.service().equals(service))
        .flatMap(step -> gate(report, step).stream())
        .filter(await -> await.gate().waiting().contains(service))
        .flatMap(await -> condition(await).stream())
        .findFirst();
  }

  /** The gate that stayed shut. */
  private static Optional<Action.Await> gate(Report report, Step start) {
    return report.outcomes().get(start.id()) instanceof Outcome.Skipped skipped
            && report.plan().steps().get(skipped.because() - 1).action()
                instanceof Action.Await await
        ? Optional.of(await)
        : Optional.empty();
  }

  /** That it is ready is our own condition, which no file has a word for. */
  private static Optional<String> condition(Action.Await await) {
    return switch (await.rule()) {
      case HEALTHY -> Optional.of(notMet("service_healthy", await));
      case COMPLETED -> Optional.of(notMet("service_completed_successfully", await));
      case READY, READY_OR_COMPLETED -> Optional.empty();
    };
  }

  private static String notMet(String condition, Action.Await await) {
    return ComposeSentences.conditionNotMet(condition, await.service());
  }
}
