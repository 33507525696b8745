package dev.fermata.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Probe;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.written.ReadPlan;
import dev.fermata.planner.written.WrittenPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WrittenPlanTest {
  private static final Path CASES = Path.of("src/test/cases/plans");

  @TestFactory
  List<DynamicTest> a_recorded_plan_is_the_same_when_it_is_read_back() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .sorted()
          .map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> check(it)))
          .toList();
    }
  }

  private static void check(Path folder) throws IOException {
    if (new PlanScenario(folder).plan() instanceof PlanResult.Planned(Plan plan)) {
      Map<String, Object> written = WrittenPlan.of(plan);

      assertPlain(written);
      assertThat(WrittenPlan.read(written)).isEqualTo(new ReadPlan.Sound(plan));
    }
  }

  /** What any format can hold. */
  private static void assertPlain(Object value) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(WrittenPlanTest::assertPlain);
      case List<?> list -> list.forEach(WrittenPlanTest::assertPlain);
      default ->
          assertThat(value).isInstanceOfAny(String.class, Long.class, Double.class, Boolean.class);
    }
  }

  @Test
  void the_recorded_plans_have_every_kind_of_action_reason_and_probe() throws IOException {
    Set<Class<?>> seen = new HashSet<>();
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.toList()) {
        if (new PlanScenario(folder).plan() instanceof PlanResult.Planned(Plan plan)) {
          for (Step step : plan.steps()) {
            seen.add(step.action().getClass());
            seen.add(step.reason().getClass());
            if (step.action() instanceof Action.Await await) {
              await.gate().probes().forEach(probe -> seen.add(probe.getClass()));
            }
          }
        }
      }
    }

    assertThat(seen).contains(Action.class.getPermittedSubclasses());
    assertThat(seen).contains(Reason.class.getPermittedSubclasses());
    assertThat(seen).contains(Probe.class.getPermittedSubclasses());
  }
}
