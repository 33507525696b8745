package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.AttachedEnd.Exit;
import dev.fermata.runner.Attachment.Until;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule of an attached {@code up}: {@code tests} waits for the job {@code migrate} to be
 * completed, {@code db} and {@code seed} are waited for by nobody.
 */
class AbortRulesTest {
  private static final String NOBODY = "nobody";

  private static final AbortRules.Wish NONE = wish(Until.ALL_ENDED);
  private static final AbortRules.Wish EXIT = wish(Until.FIRST_EXIT);
  private static final AbortRules.Wish EXIT_OF_ANY = wish(Until.FIRST_EXIT_OF_ANY);
  private static final AbortRules.Wish FAILURE = wish(Until.FIRST_FAILURE);
  private static final AbortRules.Wish FROM_TESTS = from(Until.FIRST_EXIT, "tests", 1);
  private static final AbortRules.Wish FROM_MIGRATE = from(Until.FIRST_EXIT, "migrate", 1);
  private static final AbortRules.Wish FROM_TWO_TESTS = from(Until.FIRST_EXIT, "tests", 2);
  private static final AbortRules.Wish FAILURE_FROM_TESTS = from(Until.FIRST_FAILURE, "tests", 1);

  /** What happened under which wish; the container that stopped all, and the exit code. */
  private record Cell(AbortRules.Wish wish, String happened, String stopper, int code) {}

  private static final String ALL = "start db, start seed, start migrate, start tests, ";
  private static final String HELD = "start db, start seed, start migrate, ";

  private static final List<Cell> TABLE =
      List.of(
          // Nothing asked for: nothing stops, and nobody's code counts.
          new Cell(NONE, ALL + "migrate 0, tests 5, db 1", NOBODY, 0),
          // --abort-on-container-exit
          new Cell(EXIT, ALL + "tests 0", "tests-1", 0),
          new Cell(EXIT, ALL + "tests 5", "tests-1", 5),
          new Cell(EXIT, ALL + "db 0", "db-1", 0),
          new Cell(EXIT, ALL + "db 4, tests 143", "db-1", 4),
          new Cell(EXIT, HELD + "migrate 0", NOBODY, 0),
          new Cell(EXIT, HELD + "migrate 0, start tests, tests 5", "tests-1", 5),
          new Cell(EXIT, ALL + "migrate 0, tests 5", "tests-1", 5),
          new Cell(EXIT, HELD + "migrate 3", "migrate-1", 3),
          new Cell(EXIT, HELD + "migrate 3 again, migrate 0, start tests, tests 5", "tests-1", 5),
          new Cell(EXIT, HELD + "seed 0", NOBODY, 0),
          new Cell(EXIT, HELD + "seed 0, migrate 0, start tests, tests 5", "tests-1", 5),
          new Cell(EXIT, HELD + "seed 2", "seed-1", 2),
          new Cell(EXIT, ALL + "seed 0", "seed-1", 0),
          new Cell(EXIT, ALL + "db 7 again, db 7", "db-1", 7),
          new Cell(EXIT, "replace db, db 143, " + ALL + "tests 5", "tests-1", 5),
          // The same in Docker Compose's place
          new Cell(EXIT_OF_ANY, HELD + "migrate 0", "migrate-1", 0),
          new Cell(EXIT_OF_ANY, HELD + "seed 0", "seed-1", 0),
          new Cell(EXIT_OF_ANY, "replace db, db 143, " + ALL + "tests 5", "tests-1", 5),
          // --abort-on-container-failure
          new Cell(FAILURE, ALL + "seed 0, tests 0, db 0", NOBODY, 0),
          new Cell(FAILURE, ALL + "tests 0, db 5", "db-1", 5),
          new Cell(FAILURE, HELD + "migrate 3", "migrate-1", 3),
          new Cell(FAILURE, HELD + "migrate 3 again, migrate 0, start tests", NOBODY, 0),
          new Cell(FAILURE, ALL + "db 7 again", "db-1", 7),
          new Cell(FAILURE, "replace db, db 137, " + ALL, NOBODY, 0),
          // --exit-code-from tests
          new Cell(FROM_TESTS, ALL + "tests 0", "tests-1", 0),
          new Cell(FROM_TESTS, ALL + "migrate 0, tests 5", "tests-1", 5),
          new Cell(FROM_TESTS, HELD + "migrate 0, start tests, tests 5", "tests-1", 5),
          new Cell(FROM_TESTS, HELD + "migrate 3", "migrate-1", 3),
          new Cell(FROM_TESTS, ALL + "seed 0, tests 5", "tests-1", 5),
          new Cell(FROM_TESTS, ALL + "db 0, tests 0", "tests-1", 0),
          new Cell(FROM_TESTS, ALL + "db 42, tests 143", "db-1", 143),
          new Cell(FROM_TESTS, ALL + "db 42, tests 0", "db-1", 42),
          new Cell(FROM_TESTS, ALL + "db 7 again, tests 0", "tests-1", 0),
          new Cell(FROM_TESTS, ALL + "tests 7 again, tests 0", "tests-1", 7),
          new Cell(FROM_TESTS, HELD + "seed 0", NOBODY, 1),
          new Cell(FROM_TESTS, HELD + "seed 0, db 0", NOBODY, 1),
          new Cell(FROM_TESTS, "", NOBODY, 1),
          // --exit-code-from of a job that somebody waits for
          new Cell(FROM_MIGRATE, HELD + "migrate 0", "migrate-1", 0),
          new Cell(FROM_MIGRATE, HELD + "migrate 3 again, migrate 0", "migrate-1", 0),
          // --exit-code-from of two replicas
          new Cell(FROM_TWO_TESTS, ALL + "tests 0", NOBODY, 1),
          new Cell(FROM_TWO_TESTS, ALL + "tests 0, tests-2 0", "tests-2", 0),
          new Cell(FROM_TWO_TESTS, ALL + "tests 0, tests-2 6", "tests-2", 6),
          new Cell(FROM_TWO_TESTS, ALL + "tests 6, tests-2 143", "tests-1", 6),
          // --abort-on-container-failure --exit-code-from tests: a success stops nothing
          new Cell(FAILURE_FROM_TESTS, ALL + "seed 0, tests 0", NOBODY, 0),
          new Cell(FAILURE_FROM_TESTS, ALL + "tests 5", "tests-1", 5),
          new Cell(FAILURE_FROM_TESTS, ALL + "tests 0, db 4", "db-1", 4));

  private final PlanBuilder builder =
      new PlanBuilder(
          Models.project(
              "shop",
              Models.service("db"),
              Models.service("seed"),
              Models.service("migrate"),
              Models.service("tests")));
  private final Plan plan = plan();

  private Plan plan() {
    builder.start("db");
    builder.start("seed");
    builder.start("tests", builder.gate("migrate", GateRule.COMPLETED, builder.start("migrate")));
    return builder.plan();
  }

  private static AbortRules.Wish wish(Until until) {
    return new AbortRules.Wish(until, Optional.empty(), 0);
  }

  private static AbortRules.Wish from(Until until, String service, int replicas) {
    return new AbortRules.Wish(until, Optional.of(new ServiceName(service)), replicas);
  }

  @TestFactory
  Stream<DynamicTest> table() {
    return TABLE.stream()
        .map(cell ->
            DynamicTest.dynamicTest(cell.wish() + ": " + cell.happened(), () -> hold(cell)));
  }

  private void hold(Cell cell) {
    AbortRules ends = after(cell);
    assertThat(ends.stopping().map(Event.ContainerEnded::container).orElse(NOBODY))
        .isEqualTo(cell.stopper());
    assertThat(ends.exit().code()).isEqualTo(cell.code());
  }

  private AbortRules after(Cell cell) {
    AbortRules ends = AbortRules.none(cell.wish()).after(new Event.PlanBegun(plan));
    for (String word : cell.happened().split(", ", -1)) {
      ends = word.isEmpty() ? ends : ends.after(event(word.split(" ", -1)));
    }
    return ends;
  }

  private Event event(String... words) {
    return switch (words[0]) {
      case "start" -> new Event.StepBegun(startOf(words[1]));
      case "replace" -> new Event.StepBegun(stopOf(words[1]));
      default -> ended(words);
    };
  }

  private static Event ended(String... words) {
    String container = words[0].contains("-") ? words[0] : words[0] + "-1";
    var service = new ServiceName(words[0].replaceFirst("-.*", ""));
    boolean again = words.length > 2;
    return new Event.ContainerEnded(
        service, container, "id of " + container, Integer.parseInt(words[1]), again);
  }

  private Step startOf(String service) {
    return plan.steps().stream()
        .filter(step -> step.action() instanceof Action.StartContainer)
        .filter(step -> step.action().subject().contains(service))
        .findFirst()
        .orElseThrow();
  }

  private static Step stopOf(String service) {
    var container = new ContainerRef(service + "-1", Optional.of("id of " + service + "-1"));
    var stop = new Action.StopContainer(container, new ServiceName(service), Optional.empty());
    return new Step(1, stop, new Reason.Missing(), new TreeSet<>(), Optional.empty());
  }

  @Test
  void who_was_to_give_the_code_and_never_ran_is_named() {
    assertThat(AbortRules.none(FROM_TESTS).exit())
        .isEqualTo(new Exit.Missing(new ServiceName("tests")));
  }
}
