package dev.fermata.cli.text;

import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.GateReport;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The story of a gate that did not open, as somebody wants to read it at midnight: what, who
 * waited, what was seen, why most likely.
 */
final class GateText {
  private GateText() {}

  static List<String> lines(GateReport report) {
    List<String> lines = brief(report);
    for (ContainerStory story : report.containers()) {
      lines.addAll(StoryText.lines(story).stream().map(line -> "  " + line).toList());
    }
    LikelyCause.of(report).ifPresent(cause -> lines.add("  likely: " + cause));
    return lines;
  }

  /** Without the story of the containers, which was told already. */
  static List<String> brief(GateReport report) {
    var lines = new ArrayList<String>();
    lines.add(what(report));
    lines.add("  " + whoWaited(report));
    return lines;
  }

  /** Begins with Docker Compose's sentence. */
  private static String what(GateReport report) {
    String about = " (service `" + report.service() + "`)";
    String after = " after " + Elapsed.text(report.waited()) + about;
    String culprit = culprit(report).map(story -> story.detail().name()).orElse("");
    return switch (report.cause()) {
      case UNHEALTHY ->
          awaited(report)
              + ComposeSentences.unhealthy(culprit)
              + " by the engine's own verdict"
              + after;
      case EXITED -> exited(report) + after;
      case NO_HEALTHCHECK ->
          awaited(report)
              + ComposeSentences.noHealthcheck(culprit)
              + ", in the file or in its image, and is awaited to be healthy"
              + about;
      case DEADLINE ->
          timedOut(report)
              + ": service `"
              + report.service()
              + "` was not "
              + wanted(report.rule())
              + " by its deadline of "
              + Elapsed.text(report.deadline());
      case UNREACHABLE ->
          awaited(report)
              + "whether container "
              + culprit
              + " is "
              + wanted(report.rule())
              + " cannot be asked from here"
              + about;
      case GONE ->
          "service `"
              + report.service()
              + "` has lost a container after it was awaited for "
              + Elapsed.text(report.waited());
      case RESTARTING ->
          "service `" + report.service() + "` is restarting again and again" + restarting(report);
      case INTERRUPTED ->
          "service `"
              + report.service()
              + "` was not "
              + wanted(report.rule())
              + " when the wait was broken off after "
              + Elapsed.text(report.waited());
    };
  }

  private static String restarting(GateReport report) {
    return culprit(report)
        .flatMap(ContainerStory::restarts)
        .map(restarts ->
            ": %s in %s%s"
                .formatted(
                    StoryText.times(restarts),
                    Elapsed.text(report.waited()),
                    StoryText.exitCode(restarts)))
        .orElse("");
  }

  /** Only a dependant makes it a dependency; {@code --wait} does not. */
  private static String awaited(GateReport report) {
    return report.waiting().isEmpty() ? "" : ComposeSentences.DEPENDENCY_FAILED;
  }

  private static String timedOut(GateReport report) {
    return report.waiting().isEmpty()
        ? ComposeSentences.notHealthyAfter(report.deadline())
        : ComposeSentences.DEPENDENCIES_TIMED_OUT;
  }

  private static String exited(GateReport report) {
    Optional<ContainerDetail> ended = culprit(report).map(ContainerStory::detail);
    if (ended.isEmpty()) {
      return "service `" + report.service() + "` ended";
    }
    int exitCode = ended.get().ending().exitCode();
    return report.rule() == GateRule.COMPLETED
        ? ComposeSentences.notCompleted(report.service(), exitCode)
        : awaited(report) + ComposeSentences.exited(ended.get().name(), exitCode);
  }

  /** The one that decided, where one did. */
  private static Optional<ContainerStory> culprit(GateReport report) {
    return report.containers().stream().filter(ContainerStory::culprit).findFirst();
  }

  static String wanted(GateRule rule) {
    return switch (rule) {
      case HEALTHY -> "healthy";
      case COMPLETED -> "completed";
      case READY -> "ready";
      case READY_OR_COMPLETED -> "ready or completed";
    };
  }

  private static String whoWaited(GateReport report) {
    if (report.waiting().isEmpty()) {
      return "`--wait` waited for it to be " + wanted(report.rule());
    }
    return Names.quoted(report.waiting())
        + (report.waiting().size() == 1 ? " waits" : " wait")
        + " for it to be "
        + wanted(report.rule());
  }
}
