package dev.fermata.cli.progress;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Outcome;
import java.io.PrintStream;
import java.util.Optional;

/**
 * One line per change, as Docker Compose writes them, with our reason behind. What a build prints
 * goes to standard output, where logs of builds are looked for.
 */
public final class PlainProgress implements Progress {
  private final PrintStream out;
  private final PrintStream err;
  private final EventSink containers;
  private final Reminders reminders = new Reminders();
  private final BuildLines builds = new BuildLines();
  private final BuildWarnings warnings;
  private final AlreadyReported told = new AlreadyReported();

  public PlainProgress(
      PrintStream out, PrintStream err, EventSink containers, DockerfileText dockerfiles) {
    this.warnings = new BuildWarnings(dockerfiles);
    this.out = out;
    this.err = err;
    this.containers = containers;
  }

  @Override
  public void accept(Event event) {
    switch (event) {
      case Event.StepBegun begun -> begun(begun.step());
      case Event.Retrying retrying -> {
        StepEnding again = StepEnding.of(retrying);
        print(retrying.step(), again.text(), again.details());
      }
      case Event.StillWaiting waiting -> {
        if (reminders.isDue(waiting)) {
          print(waiting.step(), AlreadyReported.STILL_WAITING, waiting.text());
        }
      }
      case Event.OptionalFailed failed -> {
        StepEnding skipped = StepEnding.skipped(failed);
        print(failed.step(), skipped.text(), skipped.details());
        told.skip(failed.step());
      }
      case Event.StillUsed used -> {
        StepEnding end = StepEnding.stillUsed(used);
        print(used.step(), end.text(), end.details());
        told.skip(used.step());
      }
      case Event.StepEnded(Step step, Outcome.Cancelled cancelled) -> {
        if (told.isFirstInterruption()) {
          err.println(" Interrupted");
        }
      }
      case Event.StepEnded ended ->
          StepEnding.of(ended.step(), ended.outcome())
              .ifPresent(end -> print(ended.step(), end.text(), end.details()));
      case Event.LogLine line -> containers.accept(line);
      case Event.HookLine line -> containers.accept(line);
      case Event.WatchLine line -> containers.accept(line);
      case Event.Attached attached -> containers.accept(attached);
      case Event.ContainerEnded ended -> containers.accept(ended);
      case Event.Notice notice -> err.println(notice.text());
      case Event.BuildProgressed(Step step, BuildEvent.Warned warned) ->
          warnings.news(warned.warning()).forEach(err::println);
      case Event.BuildProgressed(Step step, BuildEvent built) -> {
        builds.of(step, built).forEach(out::println);
        out.flush();
      }
      case Event.StepProgressed progressed -> {
        Action action = progressed.step().action();
        if (action instanceof Action.CallProvider || action instanceof Action.PrepareModel) {
          print(progressed.step(), progressed.progress().text(), "");
        }
      }
      case Event.PlanBegun begun -> {
        told.begin();
        builds.begin();
        begun.plan().notes().forEach(note -> err.println("note: " + note));
      }
      case Event.LeftAsIs(Untouched untouched) ->
          err.println(
              " "
                  + StepWords.container(untouched.container())
                  + " "
                  + StepEnding.of(untouched).text());
      case Event.Skipped(Skip skip) ->
          err.println((" " + skip.subject() + " Skipped " + skip.why()).stripTrailing());
      case Event.PlanEnded ended -> {}
    }
  }

  private void begun(Step step) {
    Optional<String> doing = StepWords.of(step).doing();
    doing.ifPresent(word -> print(step, word, ReasonSuffix.of(step.reason())));
  }

  private void print(Step step, String text, String details) {
    for (String id : StepWords.of(step).ids()) {
      if (told.isNews(id, step, text)) {
        err.println((" " + id + " " + text + " " + details).stripTrailing());
      }
    }
  }
}
