package dev.fermata.runner;

import dev.fermata.planner.Planner;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.Request;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The front door: to carry out a request is to observe, to plan and to run. A plan that asks the
 * user something is run only with consent; without any way to ask, it is not run.
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

  /** What {@link #run} would do first; changes nothing. */
  public PlanResult plan(Request request) {
    var refused = Planner.refusal(request);
    return refused.isPresent() ? refused.get() : Planner.plan(request, observed(request));
  }

  private Observed observed(Request request) {
    return switch (request) {
      case Request.OfWanted wanted -> {
        Observed seen = engine.system().observe(ObserveRequest.closely(wanted.project()));
        yield new EndedJobs(engine).addTo(seen, wanted.project());
      }
      case Request.Build build -> Observed.NOTHING;
      case Request.OfExisting existing ->
          engine.system().observe(ObserveRequest.of(existing.target()));
    };
  }

  /**
   * Carries the request out. Where the first plan is a prefix (the identity of an image decides), a
   * second one follows it; the report is of the last plan that was begun.
   */
  public RunResult run(Request request, EventSink sink, Cancellation cancellation) {
    return switch (plan(request)) {
      case PlanResult.Refused refused -> new RunResult.Refused(refused.problems());
      case PlanResult.Planned planned ->
          new Conduct(sink, cancellation).asAgreed(request, planned.plan());
    };
  }

  private Map<String, Answer> answers(Plan plan) {
    return plan.confirmations().stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), consent::to));
  }

  /** One run of a request. */
  private final class Conduct {
    private final EventSink sink;
    private final Cancellation cancellation;

    private Conduct(EventSink sink, Cancellation cancellation) {
      this.sink = sink;
      this.cancellation = cancellation;
    }

    private RunResult asAgreed(Request request, Plan plan) {
      Map<String, Answer> answers = answers(plan);
      if (answers.values().stream().allMatch(answer -> answer == Answer.YES)) {
        return run(request, plan);
      }
      boolean asked = !answers.containsValue(Answer.NONE);
      return asked && request instanceof Request.OfWanted wanted
          ? without(declined(answers), wanted)
          : notRun(plan);
    }

    /** What the user does not want to be made anew stays as it is, and the rest goes on. */
    private RunResult without(Set<String> declined, Request.OfWanted wanted) {
      Request agreed = wanted.declining(declined);
      return switch (plan(agreed)) {
        case PlanResult.Refused refused -> new RunResult.Refused(refused.problems());
        case PlanResult.Planned planned -> run(agreed, planned.plan());
      };
    }

    private RunResult run(Request request, Plan plan) {
      plan.untouched().forEach(it -> sink.accept(new Event.AlreadyStopped(it)));
      Report report = runner.run(plan, sink, cancellation);
      return report.plan().isPrefix()
              && report.succeeded()
              && request instanceof Request.OfWanted wanted
          ? second(wanted.secondRound())
          : new RunResult.Ran(report);
    }

    /** Its questions are those of the first plan, which have been answered. */
    private RunResult second(Request request) {
      return switch (plan(request)) {
        case PlanResult.Refused refused -> new RunResult.Refused(refused.problems());
        case PlanResult.Planned planned ->
            new RunResult.Ran(runner.run(planned.plan(), sink, cancellation));
      };
    }
  }

  private static Set<String> declined(Map<String, Answer> answers) {
    return answers.keySet().stream()
        .filter(question -> answers.get(question) == Answer.NO)
        .collect(Collectors.toSet());
  }

  private static RunResult notRun(Plan plan) {
    Map<Integer, Outcome> none =
        plan.steps().stream()
            .collect(Collectors.toMap(step -> step.id(), step -> new Outcome.Cancelled()));
    return new RunResult.Ran(new Report(plan, new TreeMap<>(none), Duration.ZERO));
  }
}
