package dev.fermata.cli.progress;

import dev.fermata.cli.text.Elapsed;
import dev.fermata.cli.text.Sizes;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.Motion;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the live view shows of a build below its row: the steps that go on, each with what it wrote
 * last. Those that are over are counts.
 */
record BuildBlock(SortedMap<Integer, Current> running, int done, int cached) {
  static final BuildBlock NONE = new BuildBlock(Collections.emptySortedMap(), 0, 0);

  /** A step that goes on; {@code line} is what it wrote or moved last. */
  record Current(String name, Instant since, String line) {
    Current line(String now) {
      return new Current(name, since, now);
    }
  }

  BuildBlock {
    running = Collections.unmodifiableSortedMap(new TreeMap<>(running));
  }

  /** The block once this has happened. */
  BuildBlock after(BuildEvent event, Instant now) {
    return switch (event) {
      case BuildEvent.StepBegun begun -> {
        var more = new TreeMap<>(running);
        more.put(begun.step(), new Current(begun.name(), now, ""));
        yield new BuildBlock(more, done, cached);
      }
      case BuildEvent.StepEnded ended -> without(ended);
      case BuildEvent.OutputLine line ->
          line.text().isBlank() ? this : with(line.step(), line.text());
      case BuildEvent.PartMoved moved ->
          moved.motion() == Motion.COMPLETE ? this : with(moved.step(), text(moved));
      case BuildEvent.Warned warned -> this;
      case BuildEvent.Noticed noticed -> this;
    };
  }

  private BuildBlock with(int step, String line) {
    var changed = new TreeMap<>(running);
    changed.computeIfPresent(step, (number, current) -> current.line(line));
    return new BuildBlock(changed, done, cached);
  }

  private BuildBlock without(BuildEvent.StepEnded ended) {
    var less = new TreeMap<>(running);
    less.remove(ended.step());
    if (ended.name().startsWith("[internal]")) {
      return new BuildBlock(less, done, cached);
    }
    return switch (ended.end()) {
      case StepEnd.Done it -> new BuildBlock(less, done + 1, cached);
      case StepEnd.Cached it -> new BuildBlock(less, done, cached + 1);
      case StepEnd.Failed it -> new BuildBlock(less, done, cached);
      case StepEnd.Cancelled it -> new BuildBlock(less, done, cached);
    };
  }

  private static String text(BuildEvent.PartMoved moved) {
    String total = moved.total() > 0 ? " / " + Sizes.decimal(moved.total()) : "";
    String amount = moved.current() > 0 ? " " + Sizes.decimal(moved.current()) + total : "";
    return moved.part() + amount;
  }

  /** How many steps are over, and how many of them an earlier build had done: beside the row. */
  String counts() {
    List<String> parts = new ArrayList<>();
    if (done > 0) {
      parts.add(done + " done");
    }
    if (cached > 0) {
      parts.add(cached + " cached");
    }
    return String.join(", ", parts);
  }

  /** What goes on in a few words, where there is no room for more; empty where nothing does. */
  String current() {
    return running.values().stream()
        .reduce((earlier, later) -> later)
        .map(last -> last.line().isEmpty() ? last.name() : last.line())
        .orElse("");
  }

  /** A line for each step that goes on, and one for what it wrote last. */
  List<String> lines(int columns, Instant now) {
    var lines = new ArrayList<String>();
    for (Current step : running.values()) {
      String timer = Elapsed.text(Duration.between(step.since(), now));
      int room = Math.max(0, columns - timer.length() - 2);
      String name = Cells.cut("     " + Cells.shown(step.name()), room);
      lines.add(Cells.cut(Cells.padded(name, room) + " " + timer, columns));
      String line = Cells.shown(step.line());
      if (!line.isEmpty()) {
        lines.add(Cells.cut("       " + line, columns));
      }
    }
    return lines;
  }
}
