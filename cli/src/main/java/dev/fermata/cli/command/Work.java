package dev.fermata.cli.command;

import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.cli.text.PlanJson;
import dev.fermata.planner.Plan;
import dev.fermata.planner.PlanResult;
import dev.fermata.planner.Request;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Consent;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Runner;
import dev.fermata.runner.Stack;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.util.OptionalInt;

/** What commands that change the engine have in common: showing plans, asking, running. */
final class Work {
  private static final EventSink NOBODY_SPEAKS = event -> {};
  private final Session session;
  private final String title;

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
  Ending show(Request request) {
    return switch (stack().plan(request)) {
      case PlanResult.Refused refused -> new Ending.Unplanned(refused.problems());
      case PlanResult.Planned planned -> show(planned.plan());
    };
  }

  private Ending show(Plan plan) {
    boolean json = session.given().has("--json");
    session.out().print(json ? PlanJson.of(plan.project(), plan) + "\n" : PlanText.of(plan));
    return session.given().has("--exit-code") && !plan.isEmpty()
        ? new Ending.ChangesPending()
        : Ending.SUCCEEDED;
  }

  /**
   * In a dry run shows the plan; else shows the run while it goes on. {@code idle} is said where
   * there was nothing to do.
   */
  Ending run(Request request, String idle) {
    if (session.globals().dryRun()) {
      return show(request);
    }
    try (Progress progress = Shown.of(session, title, Share.WHOLE, NOBODY_SPEAKS)) {
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
