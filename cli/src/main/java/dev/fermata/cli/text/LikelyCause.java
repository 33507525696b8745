package dev.fermata.cli.text;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.GateReport;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.gate.GateReport.Restarts;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.util.Locale;
import java.util.Optional;

/** What most likely lies behind a gate that did not open, where the signs are clear. */
public final class LikelyCause {
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final int KILLED = 137;
  private static final int SEGMENTATION_FAULT = 139;

  private static final String ENDS_WELL =
      "it ends well and its restart policy starts it again; a job needs `restart: on-failure` or"
          + " none";

  private static final String NOBODY_LISTENS =
      "nothing listens there yet: a slow start, or another port or address";

  private static final String NO_WAY =
      "its networks are not this machine's; publish the port (`127.0.0.1::PORT`), or let `x-ready`"
          + " ask by `log` or `exec`";

  private LikelyCause() {}

  static Optional<String> of(GateReport report) {
    if (report.cause() == Cause.NO_HEALTHCHECK) {
      return Optional.of(
          "add a `healthcheck` to `" + report.service() + "`, or wait for `service_started`");
    }
    return report.containers().stream()
        .filter(ContainerStory::culprit)
        .findFirst()
        .flatMap(story -> of(report, story));
  }

  /** Why a container is as it is, whoever waits for it. */
  public static Optional<String> of(ContainerStory story) {
    ContainerDetail.Ending ending = story.detail().ending();
    if (story.detail().state().equals(ContainerState.EXITED)
        || story.detail().state().equals(ContainerState.DEAD)) {
      return ofExit(GateRule.COMPLETED, ending);
    }
    if (story.detail().state().equals(ContainerState.RESTARTING)) {
      return ofLoop(ending);
    }
    return story.runs().isEmpty() ? Optional.empty() : ofRun(story.runs().getLast());
  }

  private static Optional<String> of(GateReport report, ContainerStory story) {
    if (report.cause() == Cause.EXITED) {
      return ofExit(report.rule(), story.detail().ending());
    }
    Optional<String> ofLoop =
        story.restarts().flatMap(restarts -> ofLoop(report, restarts, story.detail().ending()));
    if (ofLoop.isPresent()) {
      return ofLoop;
    }
    return story.runs().isEmpty() ? Optional.empty() : ofRun(story.runs().getLast());
  }

  /** What ends again and again is told by its exit code; out of memory, by its last end. */
  private static Optional<String> ofLoop(
      GateReport report, Restarts restarts, ContainerDetail.Ending last) {
    if (restarts.exitCode().isEmpty()) {
      return Optional.empty();
    }
    return restarts.exitCode().getAsInt() == 0
        ? Optional.of(ENDS_WELL)
        : ofExit(report.rule(), last);
  }

  private static Optional<String> ofLoop(ContainerDetail.Ending last) {
    return last.exitCode() == 0 ? Optional.of(ENDS_WELL) : ofExit(GateRule.COMPLETED, last);
  }

  private static Optional<String> ofExit(GateRule rule, ContainerDetail.Ending ending) {
    if (ending.outOfMemory()) {
      return Optional.of("the kernel ended it for lack of memory; raise its memory limit");
    }
    if (ending.exitCode() == 0) {
      return rule == GateRule.COMPLETED
          ? Optional.empty()
          : Optional.of(
              "it is a job that ended well; wait for it by `service_completed_successfully`");
    }
    return switch (ending.exitCode()) {
      case NOT_EXECUTABLE -> Optional.of("its command is not executable");
      case NOT_FOUND -> Optional.of("its command is not in the image");
      case KILLED -> Optional.of("it was killed from outside");
      case SEGMENTATION_FAULT -> Optional.of("it crashed (segmentation fault)");
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofNoRun(String output) {
    if (output.contains("not found") || output.contains("no such file")) {
      return Optional.of("the command of the check is not in the image");
    }
    return output.contains("permission denied")
        ? Optional.of("the command of the check is not executable")
        : Optional.empty();
  }

  private static Optional<String> ofRun(Run run) {
    String output = run.output().toLowerCase(Locale.ROOT);
    return switch (run.answer()) {
      case Answer.Exit exit -> ofFailure(exit.code(), output);
      case Answer.Late late -> Optional.of("the check hangs, or its `timeout` is too short");
      case Answer.NotBegun notBegun -> ofNoRun(output);
      case Answer.Ready ready -> Optional.empty();
      case Answer.NotReady notReady -> ofNotReady(output);
      case Answer.Unreachable unreachable -> Optional.of(NO_WAY);
    };
  }

  private static Optional<String> ofNotReady(String output) {
    return output.contains("nothing listens") ? Optional.of(NOBODY_LISTENS) : Optional.empty();
  }

  private static Optional<String> ofFailure(int exitCode, String output) {
    boolean missing = exitCode == NOT_FOUND || output.contains("not found");
    if (missing && (output.contains("executable file") || output.contains("not found"))) {
      return Optional.of("the command of the check is not in the image");
    }
    if (output.contains("connection refused")) {
      return Optional.of(NOBODY_LISTENS);
    }
    return Optional.empty();
  }
}
