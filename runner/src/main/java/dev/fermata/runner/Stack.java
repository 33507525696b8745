package dev.fermata.runner;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.DownOptions;
import dev.fermata.planner.Plan;
import dev.fermata.planner.Planner;
import dev.fermata.planner.RemoveOptions;
import dev.fermata.planner.RestartOptions;
import dev.fermata.planner.StartOptions;
import dev.fermata.planner.StopOptions;
import dev.fermata.planner.UpOptions;
import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
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

  public Plan planDown(Target target, DownOptions options) {
    return Planner.down(target.name(), target.project(), observed(target), options);
  }

  public Plan planStop(Target target, StopOptions options) {
    return Planner.stop(target.name(), target.project(), observed(target), options);
  }

  public Plan planStart(Target target, StartOptions options) {
    return Planner.start(target.name(), target.project(), observed(target), options);
  }

  public Plan planRestart(Target target, RestartOptions options) {
    return Planner.restart(target.name(), target.project(), observed(target), options);
  }

  public Plan planRemove(Target target, RemoveOptions options) {
    return Planner.rm(target.name(), target.project(), observed(target), options);
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

  public Report stop(
      Target target, StopOptions options, EventSink sink, Cancellation cancellation) {
    return run(planStop(target, options), sink, cancellation);
  }

  public Report start(
      Target target, StartOptions options, EventSink sink, Cancellation cancellation) {
    return run(planStart(target, options), sink, cancellation);
  }

  public Report restart(
      Target target, RestartOptions options, EventSink sink, Cancellation cancellation) {
    return run(planRestart(target, options), sink, cancellation);
  }

  /** Removes containers, as {@code rm}. */
  public Report remove(
      Target target, RemoveOptions options, EventSink sink, Cancellation cancellation) {
    return run(planRemove(target, options), sink, cancellation);
  }

  /** Builds the images of the services named, or of all that have a build. */
  public Report build(
      Project project, SortedSet<ServiceName> services, EventSink sink, Cancellation cancellation) {
    return run(Planner.build(project, services), sink, cancellation);
  }

  private Observed observed(Target target) {
    return engine.observe(target.request());
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
