package dev.fermata.runner;

import dev.fermata.planner.plan.Problem;
import dev.fermata.runner.event.Report;
import java.util.List;

/** What became of a request. */
public sealed interface RunResult {

  /** Its plan was run, well or not; the report says so. */
  record Ran(Report report) implements RunResult {}

  /** There is no plan for it, and nothing was changed. */
  record Refused(List<Problem> problems) implements RunResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
