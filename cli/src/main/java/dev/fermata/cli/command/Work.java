package dev.fermata.cli.command;

import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.cli.text.PlanJson;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.Plan;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Consent;
import dev.fermata.runner.Runner;
import dev.fermata.runner.Stack;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Report;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What commands that change the engine have in common: showing plans, asking, running. */
final class Work {
  private static final EventSink NOBODY_SPEAKS = event -> {};
  private final Session session;
  private final String title;

  /** One call of the front door that runs a plan. */
  @FunctionalInterface
  interface Run {
    Report with(EventSink sink, Cancellation cancellation);
  }

  /** {@code title} is the command's name. */
  Work(Session session, String title) {
    this.session = session;
    this.title = title;
  }

  /** Asks the user where a plan wants it, before the first change. */
  Stack stack() {
    var runner = new Runner(session.engine(), budgets());
    return new Stack(session.engine(), runner, this::answer);
  }

  /** Prints the plan and changes nothing. */
  Ending show(ProjectName project, Plan plan) {
    boolean json = session.given().has("--json");
    session.out().print(json ? PlanJson.of(project, plan) + "\n" : PlanText.of(plan));
    return session.given().has("--exit-code") && !plan.isEmpty()
        ? new Ending.ChangesPending()
        : Ending.SUCCEEDED;
  }

  /**
   * In a dry run shows the plan; else shows the run while it goes on. {@code idle} is said where
   * there was nothing to do.
   */
  Ending run(ProjectName project, Supplier<Plan> plan, Run run, String idle) {
    if (session.globals().dryRun()) {
      return show(project, plan.get());
    }
    try (Progress progress = Shown.of(session, title, Share.WHOLE, NOBODY_SPEAKS)) {
      Report report = run.with(progress, session.cancellation());
      if (report.plan().isEmpty()) {
        progress.accept(new Event.Notice(idle));
      }
      return new Ending.Ran(report);
    }
  }

  private Budgets budgets() {
    OptionalInt limit = session.parallel();
    return limit.isPresent() ? Budgets.DEFAULT.withImages(limit.getAsInt()) : Budgets.DEFAULT;
  }

  private Consent.Answer answer(String question) {
    String flag = title.equals("rm") ? "--force" : "--yes";
    if (session.given().has(flag)) {
      return Consent.Answer.YES;
    }
    return switch (Question.ask(session, question)) {
      case YES -> Consent.Answer.YES;
      case NO -> declined(question);
      case NOBODY_THERE ->
          throw EarlyEnd.refused(
              "this needs a confirmation, and nobody can be asked: " + question, hint(flag));
    };
  }

  /** What is left out of an `up` stays as it is; of the others nothing would be left. */
  private Consent.Answer declined(String question) {
    if (title.equals("up")) {
      return Consent.Answer.NO;
    }
    throw EarlyEnd.refused("not confirmed, nothing was changed", question);
  }

  private String hint(String flag) {
    String answers = "`" + flag + "` answers it with yes";
    return title.equals("up")
        ? answers + "; `external: true` beside the volume's `name` keeps it as it is"
        : answers;
  }
}
