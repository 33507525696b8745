package dev.fermata.cli.progress;

import dev.fermata.cli.text.Elapsed;
import dev.fermata.cli.text.Sizes;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.Motion;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds as lines that can be read when several of them are mixed: {@code #3 [web 2/4] RUN make},
 * as the builders of docker write them. Numbers go through all builds.
 */
final class BuildLines {
  private final Map<Key, Integer> numbers = new HashMap<>();

  private int last;

  private record Key(int ofPlan, int ofBuild) {}

  /** What is to be printed of an event: nothing of what only passes by. */
  synchronized List<String> of(Step step, BuildEvent event) {
    return switch (event) {
      case BuildEvent.StepBegun begun -> {
        boolean isNew = !numbers.containsKey(new Key(step.id(), begun.step()));
        String number = number(step, begun.step());
        yield isNew ? List.of(number + named(step, begun.name())) : List.of();
      }
      case BuildEvent.StepEnded ended -> List.of(number(step, ended.step()) + end(ended));
      case BuildEvent.OutputLine line -> List.of(number(step, line.step()) + line.text());
      case BuildEvent.PartMoved moved ->
          moved.motion() == Motion.COMPLETE
              ? List.of(number(step, moved.step()) + moved.part() + amount(moved) + " done")
              : List.of();
      case BuildEvent.Warned warned -> List.of();
      case BuildEvent.Noticed noticed -> List.of();
    };
  }

  /** Steps of another plan follow: theirs are other builds. */
  synchronized void begin() {
    numbers.clear();
  }

  private String number(Step step, int inBuild) {
    int number = numbers.computeIfAbsent(new Key(step.id(), inBuild), key -> ++last);
    return "#" + number + " ";
  }

  /** {@code [web 2/4] RUN make}: the service's name stands where the stage does. */
  static String named(Step step, String name) {
    String service =
        step.action() instanceof Action.BuildImage build ? build.service().text() : "build";
    String shown = Cells.shown(name);
    return shown.startsWith("[")
        ? "[" + service + " " + shown.substring(1)
        : "[" + service + "] " + shown;
  }

  private static String end(BuildEvent.StepEnded ended) {
    return switch (ended.end()) {
      case StepEnd.Done done -> "DONE " + Elapsed.text(ended.took());
      case StepEnd.Cached cached -> "CACHED";
      case StepEnd.Failed failed -> "ERROR: " + Cells.shown(failed.why());
      case StepEnd.Cancelled cancelled -> "CANCELED";
    };
  }

  private static String amount(BuildEvent.PartMoved moved) {
    return moved.current() == 0 ? "" : " " + Sizes.decimal(moved.current());
  }
}
