package dev.fermata.cli.command;

import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.cli.text.PlanJson;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.Plan;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Cancellation;
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

  /** Asks the user where a plan wants it; a no ends the command before the first change. */
  Stack stack() {
    var runner = new Runner(session.engine(), budgets());
    return new Stack(session.engine(), runner, this::agreed);
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

  private boolean agreed(Plan plan) {
    String flag = title.equals("rm") ? "--force" : "--yes";
    if (session.given().has(flag)) {
      return true;
    }
    for (String question : plan.confirmations()) {
      switch (Question.ask(session, question)) {
        case YES -> {}
        case NO -> throw EarlyEnd.refused("not confirmed, nothing was changed", question);
        case NOBODY_THERE ->
            throw EarlyEnd.refused(
                "this needs a confirmation, and nobody can be asked: " + question,
                "`" + flag + "` answers it");
      }
    }
    return true;
  }
}
