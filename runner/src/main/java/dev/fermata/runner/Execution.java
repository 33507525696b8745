package dev.fermata.runner;

import dev.fermata.planner.Plan;
import dev.fermata.planner.Step;
import dev.fermata.runner.Permits.Lease;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One run of a plan: a thread per step, each waiting for the outcomes of the steps before it. */
final class Execution {

  /** What all steps of a run share. */
  record Surroundings(EventSink sink, Cancellation cancellation, Time time) {}

  /** A step and its end to come. */
  private record Run(Step step, CompletableFuture<Outcome> end) {}

  private final Actions actions;
  private final Permits permits;
  private final Surroundings around;
  private final List<Run> runs;

  Execution(Plan plan, Actions actions, Permits permits, Surroundings around) {
    this.actions = actions;
    this.permits = permits;
    this.around = around;
    this.runs =
        plan.steps().stream().map(step -> new Run(step, new CompletableFuture<>())).toList();
  }

  /** When it returns no step goes on; a bug in one of them has ended them all. */
  SortedMap<Integer, Outcome> run() {
    try (var steps = new TaskGroup()) {
      runs.forEach(run -> steps.fork("step " + run.step().id(), () -> carryOut(run)));
      join(steps);
    }
    SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
    runs.forEach(run -> outcomes.put(run.step().id(), run.end().join()));
    return outcomes;
  }

  /** An interrupt of the caller ends the steps as a kill does. */
  private void join(TaskGroup steps) {
    var killing = around.cancellation().subscribe(stage -> killAt(stage, steps));
    try {
      steps.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      killing.close();
    }
  }

  private static void killAt(Cancellation.Stage stage, TaskGroup steps) {
    if (stage == Cancellation.Stage.KILL) {
      steps.interrupt();
    }
  }

  private void carryOut(Run run) {
    Outcome outcome = outcome(run.step());
    around.sink().accept(new Event.StepEnded(run.step(), outcome));
    run.end().complete(outcome);
  }

  private Outcome outcome(Step step) {
    try {
      Optional<Outcome> hindrance = hindrance(step);
      return hindrance.isPresent() ? hindrance.get() : carriedOut(step);
    } catch (InterruptedException killed) {
      return new Outcome.Cancelled();
    }
  }

  /** Waits for the steps before this one; the first that stands in its way. */
  private Optional<Outcome> hindrance(Step step) throws InterruptedException {
    for (int before : step.after()) {
      Optional<Outcome> hindrance = hindrance(before, end(runs.get(before - 1)));
      if (hindrance.isPresent()) {
        return hindrance;
      }
    }
    return Optional.empty();
  }

  private static Outcome end(Run run) throws InterruptedException {
    try {
      return run.end().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("bug: a step ends by a value only", e);
    }
  }

  private Outcome carriedOut(Step step) throws InterruptedException {
    Instant begun = around.time().now();
    try (Lease permit = permits.acquire(step.action())) {
      if (around.cancellation().stage() != Cancellation.Stage.NONE) {
        return new Outcome.Cancelled();
      }
      around.sink().accept(new Event.StepBegun(step));
      begun = around.time().now();
      Optional<Failure> failure = actions.carryOut(step, permit);
      Duration took = since(begun);
      return failure
          .<Outcome>map(cause -> new Outcome.Failed(cause, took))
          .orElseGet(() -> new Outcome.Done(took));
    } catch (EngineException e) {
      return e.kind() == EngineException.Kind.INTERRUPTED
          ? new Outcome.Cancelled()
          : new Outcome.Failed(new Failure.Refused(e), since(begun));
    }
  }

  private static Optional<Outcome> hindrance(int step, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> Optional.empty();
      case Outcome.Failed failed -> Optional.of(new Outcome.Skipped(step));
      case Outcome.Skipped skipped -> Optional.of(skipped);
      case Outcome.Cancelled cancelled -> Optional.of(cancelled);
    };
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, around.time().now());
  }
}
