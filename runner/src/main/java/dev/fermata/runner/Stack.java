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
import dev.fermata.runner.Consent.Answer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The front door: each command is to observe, to plan and to run. A plan that asks the user
 * something is run only with consent; without any way to ask, it is refused.
 */
public final class Stack {
  private final Engine engine;
  private final Runner runner;
  private final Consent consent;

  public Stack(Engine engine, Budgets budgets) {
    this(engine, new Runner(engine, budgets), Consent.NOBODY);
  }

  /** {@code consent} is asked each question of a plan before that is run. */
  public Stack(Engine engine, Runner runner, Consent consent) {
    this.engine = engine;
    this.runner = runner;
    this.consent = consent;
  }

  /** What {@link #up} would do first; changes nothing. */
  public Plan planUp(Project project, UpOptions options) {
    Planner.checkSize(project);
    Observed observed = engine.observe(ObserveRequest.closely(project));
    return Planner.up(project, new EndedJobs(engine).addTo(observed, project), options);
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
   * second one follows it; the report is of the last plan that was begun. What the user does not
   * want to be made anew stays as it is, and the rest goes on.
   */
  public Report up(Project project, UpOptions options, EventSink sink, Cancellation cancellation) {
    Plan plan = planUp(project, options);
    Map<String, Answer> answers = answers(plan);
    if (answers.containsValue(Answer.NONE)) {
      return notRun(plan);
    }
    UpOptions agreed = options.declining(declined(answers));
    if (answers.containsValue(Answer.NO)) {
      plan = planUp(project, agreed);
    }
    Report report = runner.run(plan, sink, cancellation);
    if (!report.plan().isPrefix() || !report.succeeded()) {
      return report;
    }
    return runner.run(planUp(project, agreed.secondRound()), sink, cancellation);
  }

  private Map<String, Answer> answers(Plan plan) {
    return plan.confirmations().stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), consent::to));
  }

  private static Set<String> declined(Map<String, Answer> answers) {
    return answers.keySet().stream()
        .filter(question -> answers.get(question) == Answer.NO)
        .collect(Collectors.toSet());
  }

  public Report down(
      Target target, DownOptions options, EventSink sink, Cancellation cancellation) {
    return run(planDown(target, options), sink, cancellation);
  }

  public Report stop(
      Target target, StopOptions options, EventSink sink, Cancellation cancellation) {
    Observed observed = observed(target);
    Planner.stoppedAlready(target.name(), target.project(), observed, options)
        .forEach(container -> sink.accept(new Event.AlreadyStopped(container)));
    return run(
        Planner.stop(target.name(), target.project(), observed, options), sink, cancellation);
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
    boolean agreed = answers(plan).values().stream().allMatch(answer -> answer == Answer.YES);
    return agreed ? runner.run(plan, sink, cancellation) : notRun(plan);
  }

  private static Report notRun(Plan plan) {
    Map<Integer, Outcome> none =
        plan.steps().stream()
            .collect(Collectors.toMap(step -> step.id(), step -> new Outcome.Cancelled()));
    return new Report(plan, new TreeMap<>(none), Duration.ZERO);
  }
}
