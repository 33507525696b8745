package dev.fermata.runner;

import dev.fermata.model.Project;
import dev.fermata.planner.DownOptions;
import dev.fermata.planner.Plan;
import dev.fermata.planner.Planner;
import dev.fermata.planner.UpOptions;
import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.EventSink;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The front door: each command is to observe, to plan and to run. A plan that asks the user
 * something is run only with consent; without any way to ask, it is refused.
 */
public final class Stack {
  private final Engine engine;
  private final Runner runner;
  private final Predicate<Plan> consent;

  public Stack(Engine engine, Budgets budgets) {
    this(engine, new Runner(engine, budgets), plan -> false);
  }

  /** {@code consent} is asked with each plan that has something to confirm. */
  public Stack(Engine engine, Runner runner, Predicate<Plan> consent) {
    this.engine = engine;
    this.runner = runner;
    this.consent = consent;
  }

  /** What {@link #up} would do first; changes nothing. */
  public Plan planUp(Project project, UpOptions options) {
    return Planner.up(project, engine.observe(ObserveRequest.of(project)), options);
  }

  /** What {@link #down} would do; changes nothing. */
  public Plan planDown(Target target, DownOptions options) {
    Observed observed = engine.observe(target.request());
    return Planner.down(target.name(), target.project(), observed, options);
  }

  /**
   * Brings the project up. Where the first plan is a prefix (the identity of an image decides), a
   * second one follows it; the report is of the last plan that was begun.
   */
  public Report up(Project project, UpOptions options, EventSink sink, Cancellation cancellation) {
    Report report = run(planUp(project, options), sink, cancellation);
    if (!report.plan().isPrefix() || !report.succeeded()) {
      return report;
    }
    return run(planUp(project, options.secondRound()), sink, cancellation);
  }

  public Report down(
      Target target, DownOptions options, EventSink sink, Cancellation cancellation) {
    return run(planDown(target, options), sink, cancellation);
  }

  private Report run(Plan plan, EventSink sink, Cancellation cancellation) {
    if (plan.confirmations().isEmpty() || consent.test(plan)) {
      return runner.run(plan, sink, cancellation);
    }
    Map<Integer, Outcome> none =
        plan.steps().stream()
            .collect(Collectors.toMap(step -> step.id(), step -> new Outcome.Cancelled()));
    return new Report(plan, new TreeMap<>(none), Duration.ZERO);
  }
}
