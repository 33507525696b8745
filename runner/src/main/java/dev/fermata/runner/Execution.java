package dev.fermata.runner;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Undo;
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
    if (!(outcome instanceof Outcome.Done)) {
      putBack(run.step(), outcome);
    }
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
      throw new IllegalStateException("a bug: a step ends by a value only", e);
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
      ActionResult result = carryOut(step, permit);
      return switch (result) {
        case ActionResult.Done done -> new Outcome.Done(since(begun), done.provisions());
        case ActionResult.Failed failed -> new Outcome.Failed(failed.failure(), since(begun));
        case ActionResult.Left left -> new Outcome.Cancelled(Optional.of(left.report()));
      };
    } catch (EngineException e) {
      return e.kind() == EngineException.Kind.INTERRUPTED
          ? new Outcome.Cancelled()
          : new Outcome.Failed(actions.failure(step.action(), e), since(begun));
    }
  }

  /**
   * Pulls, pushes, builds and hooks take minutes, and leave nothing half done that matters to us:
   * they end with the first wish to end.
   */
  private ActionResult carryOut(Step step, Lease permit) throws InterruptedException {
    if (!endsAtFirstWish(step.action())) {
      return actions.carryOut(step, permit);
    }
    Thread self = Thread.currentThread();
    var ending = around.cancellation().subscribe(stage -> self.interrupt());
    try {
      return actions.carryOut(step, permit);
    } finally {
      ending.close();
    }
  }

  private static boolean endsAtFirstWish(Action action) {
    return action instanceof Action.BuildImage
        || action instanceof Action.PullImage
        || action instanceof Action.PushImage
        || action instanceof Action.RunHook
        || action instanceof Action.CallProvider
        || action instanceof Action.PrepareModel
        || action instanceof Action.RunInitContainer;
  }

  /**
   * Gives back what earlier steps took away for one that is not done. A kill leaves all as it is.
   */
  private void putBack(Step step, Outcome outcome) {
    if (step.otherwise().isEmpty()) {
      return;
    }
    step.after().forEach(before -> runs.get(before - 1).end().join());
    List<Action> actions =
        step.otherwise().stream()
            .filter(undo -> runs.get(undo.step() - 1).end().join() instanceof Outcome.Done)
            .filter(undo -> !isOvertaken(outcome) || isOfOneRun(undo))
            .map(Undo::action)
            .filter(undo -> !hasFailed(undo, step, outcome))
            .toList();
    if (around.cancellation().stage() != Cancellation.Stage.KILL) {
      putBack(step, actions);
    }
  }

  /** Whoever has overtaken us is at work on the very things that would be put back. */
  private boolean isOvertaken(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.failure() instanceof Failure.Overtaken;
      case Outcome.Skipped skipped -> isOvertaken(runs.get(skipped.because() - 1).end().join());
      case Outcome.Done done -> false;
      case Outcome.Cancelled cancelled -> false;
    };
  }

  /** A container for one run is that of its command: nobody else is at work on it. */
  private boolean isOfOneRun(Undo undo) {
    return runs.get(undo.step() - 1).step().action() instanceof Action.CreateContainer create
        && create.spec().running().oneRun().isPresent();
  }

  private static boolean hasFailed(Action undo, Step step, Outcome outcome) {
    return outcome instanceof Outcome.Failed && undo.equals(step.action());
  }

  private void putBack(Step step, List<Action> undos) {
    for (Action undo : undos) {
      try (Lease permit = permits.acquire(undo)) {
        actions.carryOut(
            new Step(step.id(), undo, step.reason(), step.after(), step.group()), permit);
      } catch (InterruptedException killed) {
        return;
      } catch (EngineException e) {
        notice("%s could not be put back as it was: %s".formatted(undo.subject(), e.getMessage()));
        return;
      }
      if (undo instanceof Action.StopContainer stop) {
        notice(
            "`%s` has been stopped again, since what follows its start was not done"
                .formatted(stop.container()));
      }
      if (undo instanceof Action.StartContainer start) {
        notice(
            "`%s` was stopped for this, and has been started again as it was"
                .formatted(start.container()));
      }
    }
  }

  private void notice(String text) {
    around.sink().accept(new Event.Notice(text));
  }

  private static Optional<Outcome> hindrance(int step, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> Optional.empty();
      case Outcome.Failed failed -> Optional.of(new Outcome.Skipped(step));
      case Outcome.Skipped skipped -> Optional.of(skipped);
      case Outcome.Cancelled cancelled -> Optional.of(new Outcome.Cancelled());
    };
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, around.time().now());
  }
}
