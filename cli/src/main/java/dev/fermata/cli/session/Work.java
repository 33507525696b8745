package dev.fermata.cli.session;

import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.progress.StatusLine;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.BeforeStart;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Consent;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Runner;
import dev.fermata.runner.Stack;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What commands that change the engine have in common: showing plans, asking, running. */
public final class Work {
  private final Session session;
  private final String title;
  private final Confirmation confirmation;
  private final Set<Inside> hidden;
  private final BeforeStart beforeStart;
  private final Loudness loudness;

  /** How much of a run is shown. */
  private enum Loudness {
    USUAL,
    /** As {@code BUILDKIT_PROGRESS} wishes, where nothing else is said. */
    AS_BUILDS,
    QUIET
  }

  /** {@code title} is the command's name. */
  public Work(Session session, String title) {
    this(session, title, Confirmation.ASKED, Set.of(), BeforeStart.NOTHING, Loudness.USUAL);
  }

  private Work(
      Session session,
      String title,
      Confirmation confirmation,
      Set<Inside> hidden,
      BeforeStart beforeStart,
      Loudness loudness) {
    this.session = session;
    this.title = title;
    this.confirmation = confirmation;
    this.hidden = Set.copyOf(hidden);
    this.beforeStart = beforeStart;
    this.loudness = loudness;
  }

  /** The same, with what the user says to questions beforehand. */
  public Work confirmedBy(Confirmation said) {
    return new Work(session, title, said, hidden, beforeStart, loudness);
  }

  /** The same; what goes on inside of some steps is not shown. */
  public Work hiding(Set<Inside> steps) {
    return new Work(session, title, confirmation, steps, beforeStart, loudness);
  }

  /** The same, which does this right before a container is started. */
  public Work doing(BeforeStart before) {
    return new Work(session, title, confirmation, hidden, before, loudness);
  }

  /** The same, which does nothing but build: {@code BUILDKIT_PROGRESS} is for that. */
  public Work building() {
    return new Work(session, title, confirmation, hidden, beforeStart, Loudness.AS_BUILDS);
  }

  /** The same, of which nothing is shown but how it fails. */
  public Work quietly() {
    return new Work(session, title, confirmation, hidden, beforeStart, Loudness.QUIET);
  }

  /**
   * What shares the terminal with a run: {@code containers} prints what they say, and the line is
   * below all.
   */
  public record Beside(Share share, EventSink containers, StatusLine statusLine) {
    public Beside(Share share, EventSink containers) {
      this(share, containers, new StatusLine());
    }
  }

  private static Beside alone() {
    return new Beside(Share.WHOLE, event -> {});
  }

  /** Shows a run while it goes on. */
  public Progress progress(Beside beside) {
    Progress all =
        switch (loudness) {
          case USUAL -> ProgressChoice.of(session, title, beside);
          case AS_BUILDS -> ProgressChoice.ofBuild(session, title, beside);
          case QUIET -> Progress.quiet(beside.containers());
        };
    return Progress.without(hidden, all);
  }

  /** Asks the user where a plan wants it, before the first change. */
  public Stack stack() {
    var runner = new Runner(session.engine(), budgets()).doing(beforeStart);
    return new Stack(session.engine(), runner, this::answer);
  }

  /** Does something with the plan in place of running it. */
  public Ending planned(Request request, Function<Plan, Ending> use) {
    return switch (stack().plan(request)) {
      case PlanResult.Refused refused -> new Ending.Unplanned(refused.problems());
      case PlanResult.Planned planned -> use.apply(planned.plan());
    };
  }

  /**
   * The plan; in Docker Compose's place its own lines, which scripts read, as if all had been done.
   */
  private Ending show(Plan plan) {
    if (session.isCalledCompose()) {
      rehearse(plan);
      return Ending.SUCCEEDED;
    }
    session.out().print(PlanText.of(plan));
    return Ending.SUCCEEDED;
  }

  private void rehearse(Plan plan) {
    try (Progress progress = progress(alone())) {
      var done = new Outcome.Done(Duration.ZERO);
      var outcomes = new TreeMap<Integer, Outcome>();
      progress.accept(new Event.PlanBegun(plan));
      for (Step step : plan.steps()) {
        progress.accept(new Event.StepBegun(step));
        progress.accept(new Event.StepEnded(step, done));
        outcomes.put(step.id(), done);
      }
      progress.accept(new Event.PlanEnded(new Report(plan, outcomes, Duration.ZERO)));
    }
  }

  /**
   * In a dry run shows the plan; else shows the run while it goes on. {@code idle} is said where
   * there was nothing to do.
   */
  public Ending run(Request request, String idle) {
    if (session.globals().dryRun()) {
      return planned(request, this::show);
    }
    try (Progress progress = progress(alone())) {
      return switch (stack().run(request, progress, session.cancellation())) {
        case RunResult.Refused refused -> new Ending.Unplanned(refused.problems());
        case RunResult.Ran ran -> {
          if (ran.report().plan().isEmpty()) {
            progress.accept(new Event.Notice(idle));
          }
          yield new Ending.Ran(ran.report());
        }
      };
    }
  }

  private Budgets budgets() {
    OptionalInt limit = session.parallel();
    return limit.isPresent() ? Budgets.DEFAULT.withImages(limit.getAsInt()) : Budgets.DEFAULT;
  }

  private Consent.Answer answer(String question) {
    if (confirmation.given()) {
      return Consent.Answer.YES;
    }
    return switch (Question.ask(session, question)) {
      case YES -> Consent.Answer.YES;
      case NO -> declined(question);
      case NOBODY_THERE ->
          throw EarlyEnd.refused(
              "this needs a confirmation, and nobody can be asked: " + question, hint());
    };
  }

  private Consent.Answer declined(String question) {
    return switch (confirmation.no()) {
      case LEAVES_AS_IT_IS -> Consent.Answer.NO;
      case ENDS -> throw EarlyEnd.refused("not confirmed, nothing was changed", question);
    };
  }

  private String hint() {
    String answers = "`" + confirmation.flag() + "` answers it with yes";
    return switch (confirmation.no()) {
      case LEAVES_AS_IT_IS ->
          answers + "; `external: true` beside the volume's `name` keeps it as it is";
      case ENDS -> answers;
    };
  }
}
