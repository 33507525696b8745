package dev.fermata.cli.progress;

import dev.fermata.cli.text.Elapsed;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import java.util.Optional;

/** What is said of a step that has ended; nothing of those that were never begun. */
record StepEnding(ProgressRow.Status status, String text, String details) {

  /** Docker Compose says it as well. */
  static StepEnding of(Untouched untouched) {
    String text =
        switch (untouched.state()) {
          case STOPPED -> "Stopped";
          case RUNNING -> "Running";
        };
    return new StepEnding(ProgressRow.Status.DONE, text, "");
  }

  /** What is said of a gate that stays closed and that nobody needs. */
  static StepEnding skipped(Event.OptionalFailed failed) {
    return new StepEnding(ProgressRow.Status.WARNING, "Skipped: " + failed.why(), "");
  }

  /** Docker Compose's words, and who uses it. */
  static StepEnding stillUsed(Event.StillUsed used) {
    return new StepEnding(
        ProgressRow.Status.WARNING,
        ComposeSentences.STILL_IN_USE,
        used.users().isEmpty() ? "" : "by " + used.users());
  }

  /** Of a step that goes on after a wait. */
  static StepEnding of(Event.Retrying retrying) {
    return new StepEnding(
        ProgressRow.Status.WORKING,
        "Retrying",
        "in " + Elapsed.text(retrying.in()) + ": " + retrying.busy().getMessage());
  }

  /** Docker Compose's word. */
  static StepEnding of(Skip skip) {
    return new StepEnding(ProgressRow.Status.DONE, "Skipped", skip.why());
  }

  static Optional<StepEnding> of(Step step, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done ->
          StepWords.of(step).done().map(word -> new StepEnding(ProgressRow.Status.DONE, word, ""));
      case Outcome.Failed failed ->
          Optional.of(new StepEnding(ProgressRow.Status.ERROR, "Error", why(failed.failure())));
      case Outcome.Cancelled cancelled ->
          Optional.of(new StepEnding(ProgressRow.Status.WARNING, "Interrupted", ""));
      case Outcome.Skipped skipped -> Optional.empty();
    };
  }

  private static String why(Failure failure) {
    return switch (failure) {
      case Failure.Refused refused -> String.valueOf(refused.cause().getMessage());
      case Failure.HookFailed hook -> hook.message();
      case Failure.Overtaken overtaken ->
          "another command was faster: " + overtaken.cause().getMessage();
      case Failure.GateShut shut ->
          switch (shut.report().cause()) {
            case UNHEALTHY -> "unhealthy";
            case EXITED -> "exited";
            case NO_HEALTHCHECK -> "has no healthcheck";
            case UNREACHABLE -> "cannot be asked from here";
            case RESTARTING -> "restarting again and again";
            case DEADLINE -> "not ready by its deadline";
            case GONE -> "gone";
            case INTERRUPTED -> "interrupted";
          };
    };
  }
}
