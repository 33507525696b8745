package dev.fermata.planner.build;

import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.spec.Builder;
import java.util.List;

/** Who builds an image, what stands in the way of that, and what the user should know of it. */
record Choice(Builder builder, List<Problem> problems, List<String> notes) {
  Choice {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  static Choice of(Builder builder) {
    return new Choice(builder, List.of(), List.of());
  }

  static Choice refused(Builder builder, List<Problem> problems) {
    return new Choice(builder, problems, List.of());
  }
}
