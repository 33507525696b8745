package dev.fermata.cli.text;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.gate.GateReport.Restarts;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.util.ArrayList;
import java.util.List;

/** What is known of one container: its state, how its checks went, what it said last. */
public final class StoryText {
  private static final int LAST_RUNS = 3;

  private StoryText() {}

  public static List<String> lines(ContainerStory story) {
    var lines = new ArrayList<String>();
    lines.add("container " + story.detail().name() + ": " + state(story));
    lines.addAll(signs(story).stream().map(line -> "  " + line).toList());
    return lines;
  }

  /** What was seen of it: the last runs of its check, and its last lines. */
  public static List<String> signs(ContainerStory story) {
    var lines = new ArrayList<String>();
    List<Run> runs = story.runs();
    List<Run> last = runs.subList(Math.max(0, runs.size() - LAST_RUNS), runs.size());
    for (Run run : last) {
      lines.addAll(run(run));
    }
    if (!story.lastLines().isEmpty()) {
      lines.add("its last lines:");
      story.lastLines().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  /** {@code exited with exit code 3, restarted 2 times}. */
  public static String state(ContainerStory story) {
    ContainerDetail detail = story.detail();
    var text = new StringBuilder(detail.state().text());
    if (detail.state().equals(ContainerState.EXITED)
        || detail.state().equals(ContainerState.DEAD)) {
      text.append(" with exit code ").append(detail.ending().exitCode());
    }
    if (detail.ending().outOfMemory()) {
      text.append(", out of memory");
    }
    if (!detail.ending().error().isEmpty()) {
      text.append(", ").append(detail.ending().error());
    }
    story
        .restarts()
        .ifPresent(restarts ->
            text.append(", restarted ").append(times(restarts)).append(exitCode(restarts)));
    if (detail.state().equals(ContainerState.EXITED)) {
      return text.toString();
    }
    detail
        .health()
        .map(ContainerDetail.HealthDetail::state)
        .ifPresent(h -> text.append(", ").append(h.text()));
    return text.toString();
  }

  private static List<String> run(Run run) {
    var lines = new ArrayList<String>();
    String who = run.by() == Run.By.ENGINE ? "check (by the engine): " : "check: ";
    lines.add(who + run.probe() + " -> " + result(run));
    run.output().strip().lines().limit(5).forEach(line -> lines.add("  " + line));
    return lines;
  }

  private static String result(Run run) {
    return switch (run.answer()) {
      case Answer.Exit exit -> "exit code " + exit.code() + " in " + Elapsed.text(run.took());
      case Answer.Late late -> "not done after " + Elapsed.text(run.took());
      case Answer.NotBegun notBegun -> "could not be run";
      case Answer.Ready ready -> "ready";
      case Answer.NotReady notReady -> "not ready";
      case Answer.Unreachable unreachable -> "cannot be asked from here";
    };
  }

  static String times(Restarts restarts) {
    return restarts.count() + (restarts.count() == 1 ? " time" : " times");
  }

  static String exitCode(Restarts restarts) {
    return restarts.exitCode().isPresent()
        ? ", last with exit code " + restarts.exitCode().getAsInt()
        : "";
  }
}
