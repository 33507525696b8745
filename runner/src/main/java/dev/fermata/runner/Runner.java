package dev.fermata.runner;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.gate.Gates;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries plans out. A step that fails keeps back what follows from it, and nothing else: the rest
 * goes on, and the report has an outcome for each step.
 */
public final class Runner {
  private final Engine engine;
  private final Budgets budgets;
  private final Time time;
  private final BeforeStart beforeStart;

  public Runner(Engine engine, Budgets budgets) {
    this(engine, budgets, Time.SYSTEM);
  }

  public Runner(Engine engine, Budgets budgets, Time time) {
    this(engine, budgets, time, BeforeStart.NOTHING);
  }

  private Runner(Engine engine, Budgets budgets, Time time, BeforeStart beforeStart) {
    this.engine = engine;
    this.budgets = budgets;
    this.time = time;
    this.beforeStart = beforeStart;
  }

  /** The same, which does this right before it starts a container. */
  public Runner doing(BeforeStart before) {
    return new Runner(engine, budgets, time, before);
  }

  Time time() {
    return time;
  }

  /**
   * Runs the plan to its end. A graceful cancellation begins nothing more and lets running engine
   * calls end, a kill interrupts them.
   */
  public Report run(Plan plan, EventSink sink, Cancellation cancellation) {
    sink.accept(new Event.PlanBegun(plan));
    Report report = carriedOut(plan, sink, cancellation);
    sink.accept(new Event.PlanEnded(report));
    return report;
  }

  private Report carriedOut(Plan plan, EventSink sink, Cancellation cancellation) {
    Instant begun = time.now();
    Optional<Gates> gates = gates(plan, sink);
    var leaving = cancellation.subscribe(stage -> gates.ifPresent(Gates::leave));
    try {
      var actions = new Actions(engine, gates, sink, time, beforeStart);
      var around = new Execution.Surroundings(sink, cancellation, time);
      var outcomes = new Execution(plan, actions, new Permits(budgets), around).run();
      return new Report(plan, outcomes, Duration.between(begun, time.now()));
    } finally {
      leaving.close();
      gates.ifPresent(Gates::close);
    }
  }

  /** The subscription to events must be there before the first change, if anybody waits at all. */
  private Optional<Gates> gates(Plan plan, EventSink sink) {
    if (plan.steps().stream().noneMatch(step -> step.action() instanceof Action.Await)) {
      return Optional.empty();
    }
    return Optional.of(
        Gates.open(
            engine,
            plan.project(),
            budgets.probe(),
            time,
            text -> sink.accept(new Event.Notice(text))));
  }
}
