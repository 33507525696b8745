package dev.fermata.runner;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.planner.Planner;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.BuildInputs;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.Replaced;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.spec.ApiSocket;
import dev.fermata.runner.Consent.Answer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    return plan(request, Provisions.NONE);
  }

  /** The same with what other programs have provided in this run. */
  private PlanResult plan(Request request, Provisions provisions) {
    var refused = Planner.refusal(request);
    return refused.isPresent()
        ? refused.get()
        : new Support(engine).checked(Planner.plan(request, observed(request).with(provisions)));
  }

  private Observed observed(Request request) {
    return switch (request) {
      case Request.OfWanted wanted -> observed(wanted.project());
      case Request.Build build -> observed(build);
      case Request.Pull pull -> engine.system().observe(ObserveRequest.of(pull.project()));
      case Request.Push push -> engine.system().observe(ObserveRequest.toPush(push));
      case Request.Start start -> engine.system().observe(ObserveRequest.sharing(start.target()));
      case Request.Restart restart ->
          engine.system().observe(ObserveRequest.sharing(restart.target()));
      case Request.Down down -> engine.system().observe(toTakeDown(down));
      case Request.Stop stop -> engine.system().observe(ObserveRequest.of(stop.target()));
      case Request.Kill kill -> engine.system().observe(ObserveRequest.of(kill.target()));
      case Request.Pause pause -> engine.system().observe(ObserveRequest.of(pause.target()));
      case Request.Unpause unpause -> engine.system().observe(ObserveRequest.of(unpause.target()));
      case Request.Remove remove -> engine.system().observe(ObserveRequest.of(remove.target()));
    };
  }

  /** What was built for the project is asked for only where images are to go. */
  private ObserveRequest toTakeDown(Request.Down down) {
    var wanted = ObserveRequest.of(down.target());
    if (down.options().images() == DownOptions.RemoveImages.NONE) {
      return wanted;
    }
    return wanted.withImages(
        engine.images().labelled(Labels.PROJECT + "=" + down.target().name()).stream()
            .flatMap(image -> image.names().stream())
            .map(ImageRef::new)
            .toList());
  }

  private Observed observed(Project project) {
    var builds = new BuildObservation(engine);
    BuildInputs inputs = builds.inputs(project);
    Observed there =
        engine
            .system()
            .observe(
                ObserveRequest.closely(project)
                    .withImages(BuildObservation.bases(project, inputs)));
    if (ApiSocket.isUsed(project)) {
      there = there.with(engine.images().loggedIn());
    }
    Observed jobs = new EndedJobs(engine).addTo(there, project);
    return new MissingFiles(engine).addTo(builds.withStore(jobs.with(inputs), project), project);
  }

  /** Images are looked for only where one decides what is built. */
  private Observed observed(Request.Build build) {
    Project project = build.project();
    var builds = new BuildObservation(engine);
    BuildInputs inputs = builds.inputs(project);
    Set<ImageRef> bases = BuildObservation.bases(project, inputs);
    Observed observed = MissingFiles.ofBuilds(project).with(inputs);
    if (!bases.isEmpty()) {
      var request = new ObserveRequest(project.name(), Set.of(), Set.of(), bases);
      observed = observed.withImages(engine.system().observe(request).images());
    }
    return builds.withStore(observed, project);
  }

  /**
   * Carries the request out. Where a plan is a prefix (the identity of an image decides, or what
   * another program provides), another one follows it; the report is of the last one that was
   * begun.
   */
  public RunResult run(Request request, EventSink sink, Cancellation cancellation) {
    return switch (plan(request)) {
      case PlanResult.Refused refused -> new RunResult.Refused(refused.problems());
      case PlanResult.Planned planned -> {
        Optional<ReplacedImages> before = replacedBefore(request, planned.plan());
        RunResult result = new Conduct(sink, cancellation).asAgreed(request, planned.plan());
        before
            .flatMap(it -> ReplacedImages.of(engine.images(), it.project()).since(it))
            .ifPresent(text -> sink.accept(new Event.Notice(text)));
        yield result;
      }
    };
  }

  /** Where somebody wants to be told which images builds have replaced. */
  private Optional<ReplacedImages> replacedBefore(Request request, Plan plan) {
    Replaced wanted =
        switch (request) {
          case Request.OfWanted up -> up.options().images().replaced();
          case Request.Build build -> build.options().replaced();
          case Request.Pull pull -> Replaced.KEPT;
          case Request.Push push -> Replaced.KEPT;
          case Request.OfExisting existing -> Replaced.KEPT;
        };
    boolean builds =
        plan.steps().stream().anyMatch(step -> step.action() instanceof Action.BuildImage);
    return builds && wanted == Replaced.TOLD
        ? Optional.of(ReplacedImages.of(engine.images(), plan.project()))
        : Optional.empty();
  }

  /** One run of a request. */
  private final class Conduct {
    private final EventSink sink;
    private final Cancellation cancellation;
    private final Patience patience = new Patience(runner.time());
    private final Map<String, Answer> answered = new HashMap<>();
    private Provisions provisions = Provisions.NONE;

    private Conduct(EventSink sink, Cancellation cancellation) {
      this.sink = sink;
      this.cancellation = cancellation;
    }

    /** Nobody is asked the same twice in a run. */
    private Map<String, Answer> answers(Plan plan) {
      return plan.confirmations().stream()
          .distinct()
          .collect(
              Collectors.toMap(
                  Function.identity(), text -> answered.computeIfAbsent(text, consent::to)));
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
      return switch (plan(agreed, provisions)) {
        case PlanResult.Refused refused -> new RunResult.Refused(refused.problems());
        case PlanResult.Planned planned -> run(agreed, planned.plan());
      };
    }

    /** Where nothing is to be done, that all runs is said once, by whoever asked. */
    private static boolean isNews(Untouched untouched, Plan plan) {
      return !plan.isEmpty() || untouched.state() != Untouched.State.RUNNING;
    }

    private RunResult run(Request request, Plan plan) {
      plan.untouched().stream()
          .filter(it -> isNews(it, plan))
          .forEach(it -> sink.accept(new Event.LeftAsIs(it)));
      plan.skipped().forEach(it -> sink.accept(new Event.Skipped(it)));
      Report report = runner.run(plan, sink, cancellation);
      provisions = provisions.and(report.provisions());
      if (report.plan().again().isPresent()
          && report.succeeded()
          && request instanceof Request.OfWanted wanted) {
        return after(report.plan().again().get(), wanted);
      }
      return settled(request, report);
    }

    /** Where another command was at work on the same things, all is looked at and planned again. */
    private RunResult settled(Request request, Report report) {
      return isToBePlannedAgain(request, report)
          ? plannedAgain(request, report)
          : new RunResult.Ran(report);
    }

    private RunResult plannedAgain(Request request, Report overtaken) {
      sink.accept(new Event.Notice(overtaken(overtaken.plan())));
      try {
        patience.await(cancellation);
      } catch (InterruptedException killed) {
        Thread.currentThread().interrupt();
        return new RunResult.Ran(overtaken);
      }
      if (cancellation.stage() != Cancellation.Stage.NONE) {
        return new RunResult.Ran(overtaken);
      }
      return switch (plan(request, provisions)) {
        case PlanResult.Refused refused -> new RunResult.Refused(refused.problems());
        case PlanResult.Planned planned ->
            settled(request, runner.run(planned.plan(), sink, cancellation));
      };
    }

    private boolean isToBePlannedAgain(Request request, Report report) {
      return report.wasOvertaken()
          && patience.isLeft()
          && cancellation.stage() == Cancellation.Stage.NONE
          && mayRunTwice(request, report);
    }

    private RunResult after(Action.PlanAgain again, Request.OfWanted wanted) {
      Request more = wanted.after(again.images());
      return switch (plan(more, provisions)) {
        case PlanResult.Refused refused -> new RunResult.Refused(refused.problems());
        case PlanResult.Planned planned -> asAgreed(more, planned.plan());
      };
    }
  }

  private static String overtaken(Plan plan) {
    return "another command is changing `%s` at the same time; looking again, and planning anew"
        .formatted(plan.project());
  }

  /**
   * A second restart would interrupt again what has been restarted, a second signal or pause would
   * meet what has had it.
   */
  private static boolean mayRunTwice(Request request, Report report) {
    return switch (request) {
      case Request.Up up -> true;
      case Request.Run run -> !hasBegun(run, report);
      case Request.Start start -> true;
      case Request.Stop stop -> true;
      case Request.Down down -> true;
      case Request.Remove remove -> true;
      case Request.Kill kill -> false;
      case Request.Pause pause -> false;
      case Request.Unpause unpause -> false;
      case Request.Restart restart -> false;
      case Request.Build build -> false;
      case Request.Pull pull -> false;
      case Request.Push push -> false;
    };
  }

  /** What was to be run once has been started: it is not undone, and never done twice. */
  private static boolean hasBegun(Request.Run run, Report report) {
    String name = run.oneOff().containerName(run.project());
    return report.plan().steps().stream()
        .filter(step -> report.outcomes().get(step.id()) instanceof Outcome.Done)
        .anyMatch(step ->
            step.action() instanceof Action.StartContainer start
                && start.container().name().equals(name));
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
