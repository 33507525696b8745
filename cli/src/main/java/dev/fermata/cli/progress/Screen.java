package dev.fermata.cli.progress;

import dev.fermata.planner.plan.Step;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** What is to be seen of a run: a row per thing, in the order in which they were first touched. */
record Screen(SequencedMap<String, ProgressRow> rows) {
  static final Screen EMPTY = new Screen(new LinkedHashMap<>());

  Screen {
    rows = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rows));
  }

  /** The screen once this has happened. */
  Screen after(Event event, Instant now) {
    return switch (event) {
      case Event.StepBegun begun -> begin(begun.step(), now);
      case Event.StepProgressed(Step step, ImageProgress progress) ->
          change(step, row -> row.progressed(progress));
      case Event.BuildProgressed(Step step, BuildEvent built) ->
          change(step, row -> row.built(built, now));
      case Event.Retrying retrying ->
          change(retrying.step(), row -> row.details(StepEnding.of(retrying).details()));
      case Event.StillWaiting waiting -> change(waiting.step(), row -> row.details(waiting.text()));
      case Event.OptionalFailed failed -> {
        StepEnding end = StepEnding.skipped(failed);
        yield change(failed.step(), row -> row.ended(end.status(), end.text(), end.details(), now));
      }
      case Event.StillUsed used -> {
        StepEnding end = StepEnding.stillUsed(used);
        yield change(used.step(), row -> row.ended(end.status(), end.text(), end.details(), now));
      }
      case Event.StepEnded ended -> end(ended.step(), ended.outcome(), now);
      case Event.PlanBegun begun -> this;
      case Event.LeftAsIs left -> with(ProgressRow.untouched(left.container(), now));
      case Event.Skipped skipped -> with(ProgressRow.skipped(skipped.skip(), now));
      case Event.PlanEnded ended -> this;
      case Event.Attached attached -> this;
      case Event.LogLine line -> this;
      case Event.HookLine line -> this;
      case Event.WatchLine line -> this;
      case Event.ContainerEnded ended -> this;
      case Event.Notice notice -> this;
    };
  }

  private Screen with(ProgressRow row) {
    var changed = new LinkedHashMap<>(rows);
    changed.put(row.id(), row);
    return new Screen(changed);
  }

  private Screen begin(Step step, Instant now) {
    StepWords change = StepWords.of(step);
    if (change.doing().isEmpty()) {
      return this;
    }
    var changed = new LinkedHashMap<>(rows);
    for (String id : change.ids()) {
      changed.put(
          id, ProgressRow.begun(id, change.doing().get(), ReasonSuffix.of(step.reason()), now));
    }
    return new Screen(changed);
  }

  private Screen change(Step step, UnaryOperator<ProgressRow> by) {
    var changed = new LinkedHashMap<>(rows);
    for (String id : StepWords.of(step).ids()) {
      changed.computeIfPresent(id, (key, row) -> by.apply(row));
    }
    return new Screen(changed);
  }

  private Screen end(Step step, Outcome outcome, Instant now) {
    Optional<StepEnding> ended = StepEnding.of(step, outcome);
    return ended.map(end -> change(step, row -> row.closed(end, now))).orElse(this);
  }

  long finished() {
    return rows.values().stream().filter(row -> row.until().isPresent()).count();
  }

  /** Whether something goes on, and so a timer runs. */
  boolean isWorking() {
    return finished() < rows.size();
  }

  List<ProgressRow> all() {
    return new ArrayList<>(rows.values());
  }
}
