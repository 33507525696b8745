package dev.fermata.runner;

import dev.fermata.planner.Plan;
import dev.fermata.planner.Step;
import dev.fermata.runner.Permits.Lease;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

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
  private final List<Thread> threads;

  Execution(Plan plan, Actions actions, Permits permits, Surroundings around) {
    this.actions = actions;
    this.permits = permits;
    this.around = around;
    this.runs =
        plan.steps().stream().map(step -> new Run(step, new CompletableFuture<>())).toList();
    this.threads = runs.stream().map(this::thread).toList();
  }

  SortedMap<Integer, Outcome> run() {
    threads.forEach(Thread::start);
    around.cancellation().onAdvance(this::cancel);
    cancel(around.cancellation().stage());
    SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
    runs.forEach(run -> outcomes.put(run.step().id(), run.end().join()));
    return outcomes;
  }

  private Thread thread(Run run) {
    return Thread.ofVirtual().name("step " + run.step().id()).unstarted(() -> carryOut(run));
  }

  private void cancel(Cancellation.Stage stage) {
    if (stage == Cancellation.Stage.KILL) {
      threads.forEach(Thread::interrupt);
    }
  }

  private void carryOut(Run run) {
    try {
      Outcome outcome = outcome(run.step());
      around.sink().accept(new Event.StepEnded(run.step(), outcome));
      run.end().complete(outcome);
    } catch (RuntimeException | Error bug) {
      run.end().completeExceptionally(bug);
    }
  }

  private Outcome outcome(Step step) {
    for (int before : step.after()) {
      Optional<Outcome> hindrance = hindrance(before, runs.get(before - 1).end().join());
      if (hindrance.isPresent()) {
        return hindrance.get();
      }
    }
    Instant begun = around.time().now();
    try (Lease permit = permits.acquire(step.action())) {
      if (around.cancellation().stage() != Cancellation.Stage.NONE) {
        return new Outcome.Cancelled();
      }
      around.sink().accept(new Event.StepBegun(step));
      begun = around.time().now();
      Carried carried = actions.carryOut(step, permit);
      return switch (carried) {
        case Carried.Out out -> new Outcome.Done(since(begun));
        case Carried.Failed failed -> new Outcome.Failed(failed.failure(), since(begun));
        case Carried.Left left -> new Outcome.Cancelled(Optional.of(left.report()));
      };
    } catch (InterruptedException killed) {
      return new Outcome.Cancelled();
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
      case Outcome.Cancelled cancelled -> Optional.of(new Outcome.Cancelled());
    };
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, around.time().now());
  }
}
