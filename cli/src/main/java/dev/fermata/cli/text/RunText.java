package dev.fermata.cli.text;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.HookStage;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.gate.GateReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What is said at the end of a run that did not succeed. */
public final class RunText {
  private RunText() {}

  /**
   * The failures and the waits that were broken off, then what runs now and what was held back,
   * then what to do next.
   */
  public static List<String> failure(Report report, DockerfileText dockerfiles) {
    var told = new HashSet<ServiceName>();
    var lines = new ArrayList<>(failures(report, told, dockerfiles));
    for (Step step : report.plan().steps()) {
      lines.addAll(broken(report, step, told));
    }
    SortedSet<String> ready = ready(report);
    if (report.wasCancelled() && !ready.isEmpty()) {
      lines.add("ready: " + String.join(", ", ready));
    }
    SortedSet<String> started = services(report, Outcome.Done.class::isInstance);
    started.removeAll(stoppedAgain(report));
    listed("started, and left as they are", started).ifPresent(lines::add);
    lines.addAll(heldBack(report));
    nextCommand(report).ifPresent(command -> lines.addAll(List.of("to see more:", "  " + command)));
    return lines;
  }

  /**
   * What was to be stopped first may still run, or run again: that it did not start would be wrong.
   */
  private static List<String> heldBack(Report report) {
    SortedSet<String> held = services(report, RunText::wasHeldBack);
    SortedSet<String> running = new TreeSet<>(held);
    running.retainAll(stopping(report, outcome -> true));
    held.removeAll(running);
    SortedSet<String> anew = new TreeSet<>(running);
    anew.retainAll(stopping(report, Outcome.Done.class::isInstance));
    running.removeAll(anew);
    if (report.failed().stream().anyMatch(step -> isOthersDoing(outcome(report, step)))) {
      // Whoever was at work beside us may have stopped or removed them as well.
      anew.addAll(running);
      running.clear();
    }
    var lines = new ArrayList<String>();
    listed("running as before", running).ifPresent(lines::add);
    listed("not started anew", anew).ifPresent(lines::add);
    lines.addAll(NotStarted.lines(report, held));
    return lines;
  }

  /** Whether somebody else has taken a container away. */
  private static boolean isOthersDoing(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        && switch (failed.failure()) {
          case Failure.Overtaken overtaken -> true;
          case Failure.GateShut shut -> shut.report().cause() == GateReport.Cause.GONE;
          case Failure.HookFailed hook -> false;
          case Failure.Refused refused -> false;
        };
  }

  private static Optional<String> listed(String what, SortedSet<String> services) {
    return services.isEmpty()
        ? Optional.empty()
        : Optional.of(what + ": " + String.join(", ", services));
  }

  /** The services of which a container was to be stopped. */
  private static SortedSet<String> stopping(Report report, Predicate<Outcome> wanted) {
    var names = new TreeSet<String>();
    for (Step step : report.plan().steps()) {
      if (step.action() instanceof Action.StopContainer stop
          && wanted.test(outcome(report, step))) {
        names.add(stop.service().text());
      }
    }
    return names;
  }

  /** The failures of a run whose containers were stopped because of one of them. */
  public static List<String> stopped(Report report, DockerfileText dockerfiles) {
    var lines = new ArrayList<>(failures(report, new HashSet<>(), dockerfiles));
    nextCommand(report).ifPresent(command -> lines.addAll(List.of("to see more:", "  " + command)));
    return lines;
  }

  private static List<String> failures(
      Report report, Set<ServiceName> told, DockerfileText dockerfiles) {
    var lines = new ArrayList<String>();
    for (Step step : report.failed()) {
      var failed = (Outcome.Failed) outcome(report, step);
      lines.addAll(failure(step, failed, told));
      lines.addAll(inBuild(failed.failure(), dockerfiles));
    }
    return lines;
  }

  private static Outcome outcome(Report report, Step step) {
    Outcome outcome = report.outcomes().get(step.id());
    if (outcome == null) {
      throw new IllegalStateException("a bug: step " + step.id() + " has no outcome");
    }
    return outcome;
  }

  /** The story of a wait that the user broke off. */
  private static List<String> broken(Report report, Step step, Set<ServiceName> told) {
    return outcome(report, step) instanceof Outcome.Cancelled cancelled
        ? cancelled.left().map(left -> gate(left, told)).orElse(List.of())
        : List.of();
  }

  /** Several gates may wait for one service; what became of it is told once. */
  private static List<String> gate(GateReport report, Set<ServiceName> told) {
    return told.add(report.service()) ? GateText.lines(report) : GateText.brief(report);
  }

  private static SortedSet<String> ready(Report report) {
    var names = new TreeSet<String>();
    for (Step step : report.plan().steps()) {
      if (step.action() instanceof Action.Await await
          && outcome(report, step) instanceof Outcome.Done) {
        names.add(await.service().text());
      }
    }
    return names;
  }

  private static List<String> failure(Step step, Outcome.Failed failed, Set<ServiceName> told) {
    return switch (failed.failure()) {
      case Failure.GateShut shut -> prefixed(gate(shut.report(), told));
      case Failure.HookFailed hook -> hook(hook);
      case Failure.Overtaken overtaken ->
          prefixed(overtaken(Subjects.of(step.action()), overtaken.cause()));
      case Failure.Refused refused ->
          prefixed(refused(Subjects.of(step.action()), refused.cause()));
    };
  }

  private static List<String> inBuild(Failure failure, DockerfileText dockerfiles) {
    return failure instanceof Failure.Refused refused
        ? refused.cause().build().map(dockerfiles::failure).orElse(List.of())
        : List.of();
  }

  private static List<String> hook(Failure.HookFailed hook) {
    var lines = new ArrayList<String>();
    lines.add("error: " + hook.message());
    hook.said().forEach(line -> lines.add("  " + line));
    if (!hook.hint().isEmpty()) {
      lines.add("  hint: " + hook.hint());
    }
    return lines;
  }

  private static List<String> overtaken(Subjects subject, EngineException cause) {
    String message =
        "another command has changed it at the same time (%s)".formatted(cause.getMessage());
    return List.of(
        subject.prefix(message) + message, "  hint: run this again when the other one has ended");
  }

  private static List<String> prefixed(List<String> lines) {
    var all = new ArrayList<>(lines);
    all.set(0, "error: " + all.getFirst());
    return all;
  }

  /** The service and the thing stand in front, but for what the message itself says. */
  private static List<String> refused(Subjects subject, EngineException cause) {
    List<String> lines = new ArrayList<>(EngineText.lines(cause));
    lines.set(0, subject.prefix(lines.getFirst()) + lines.getFirst());
    return lines;
  }

  private static SortedSet<String> services(Report report, Predicate<Outcome> wanted) {
    var names = new TreeSet<String>();
    for (Step step : report.plan().steps()) {
      if (step.action() instanceof Action.StartContainer start
          && wanted.test(outcome(report, step))) {
        names.add(start.service().text());
      }
    }
    return names;
  }

  /** Whose hooks after the start were not all run. */
  private static SortedSet<String> stoppedAgain(Report report) {
    var names = new TreeSet<String>();
    for (Step step : report.plan().steps()) {
      if (step.action() instanceof Action.RunHook run
          && run.stage() == HookStage.POST_START
          && !(outcome(report, step) instanceof Outcome.Done)) {
        names.add(run.service().text());
      }
    }
    return names;
  }

  private static boolean wasHeldBack(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Skipped skipped -> true;
      case Outcome.Cancelled cancelled -> true;
      case Outcome.Done done -> false;
      case Outcome.Failed failed -> false;
    };
  }

  private static Optional<String> nextCommand(Report report) {
    return report.failed().stream()
        .map(Step::action)
        .filter(Action.Await.class::isInstance)
        .map(action -> "fermata logs " + ((Action.Await) action).service())
        .findFirst();
  }
}
