package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.Action;
import dev.fermata.runner.gate.GateReport.Restarts;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a gate that is still closed says of itself, in one line. */
final class GateText {
  private GateText() {}

  static String of(Action.Await await, List<Watch> watches, Optional<Duration> deadline) {
    List<String> parts = new ArrayList<>();
    parts.add("waiting for `" + await.service() + "` to be " + wanted(await));
    watches.forEach(watch -> parts.addAll(of(watch)));
    deadline.ifPresent(end -> parts.add("its deadline is " + end.toSeconds() + " s"));
    return String.join("; ", parts);
  }

  private static String wanted(Action.Await await) {
    return switch (await.rule()) {
      case HEALTHY -> "healthy";
      case COMPLETED -> "completed";
      case READY, READY_OR_COMPLETED -> "ready";
    };
  }

  private static List<String> of(Watch watch) {
    List<String> words = new ArrayList<>();
    if (watch.view().orElse(null) instanceof Watch.View.Seen seen) {
      Sighting sighting = seen.sighting();
      if (!sighting.state().equals(ContainerState.RUNNING) || sighting.restarted()) {
        words.add(
            watch.container()
                + " is "
                + sighting.state().text()
                + sighting.restarts().map(GateText::restarts).orElse(""));
      }
    }
    List<Run> runs = watch.runs();
    if (!runs.isEmpty()) {
      words.add("its check says: " + said(runs.getLast()));
    }
    return words;
  }

  private static String restarts(Restarts restarts) {
    String exitCode =
        restarts.exitCode().isPresent() ? ", last exit code " + restarts.exitCode().getAsInt() : "";
    return " (restarts: " + restarts.count() + exitCode + ")";
  }

  private static String said(Run run) {
    String line = run.output().strip().lines().findFirst().orElse("");
    String more = line.isEmpty() ? "" : ", " + line;
    return switch (run.answer()) {
      case Answer.Exit exit -> "exit code " + exit.code() + more;
      case Answer.Late late -> "no answer in time";
      case Answer.NotBegun notBegun -> "it could not be run" + more;
      case Answer.Ready ready -> "ready";
      case Answer.NotReady notReady -> line.isEmpty() ? "not ready" : line;
      case Answer.Unreachable unreachable -> "it cannot be asked from here" + more;
    };
  }
}
