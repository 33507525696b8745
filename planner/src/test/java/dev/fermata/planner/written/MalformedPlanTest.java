package dev.fermata.planner.written;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ProjectName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.planner.Planner;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A plan from outside may be anything: what is wrong with it is told, with its place. */
class MalformedPlanTest {

  private static Map<String, Object> plan() {
    var project =
        ProjectBuilder.named("shop")
            .service(
                "web",
                web ->
                    web.image("nginx")
                        .environment("DB_PASSWORD", "hush")
                        .healthcheck(Duration.ofSeconds(5), "true"))
            .service("job", job -> job.image("busybox").dependsOn("web"))
            .build()
            .value()
            .orElseThrow();
    return switch (Planner.plan(new Request.Up(project, UpOptions.DEFAULT), Observed.NOTHING)) {
      case PlanResult.Planned planned -> WrittenPlan.of(planned.plan());
      case PlanResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  @Test
  void a_plan_without_a_fault_is_sound() {
    assertThat(WrittenPlan.read(plan()))
        .isInstanceOfSatisfying(
            ReadPlan.Sound.class,
            sound -> assertThat(sound.plan().project()).isEqualTo(new ProjectName("shop")));
  }

  @Test
  void the_version_is_looked_at_first() {
    assertThat(told(plan -> set(plan, "version", 2L, "more")))
        .isEqualTo("`version`: the plan is of version 2, and this reads version 1");
    assertThat(told(plan -> Map.of())).isEqualTo("`version` is missing");
    assertThat(told(plan -> set(plan, "version", "1")))
        .isEqualTo("`version`: a number must stand here, and it is a text");
  }

  @Test
  void an_unknown_action_is_told() {
    assertThat(told(in("steps[0].action", action -> set(action, "kind", "explode"))))
        .isEqualTo("`steps[0].action.kind`: `explode` is of an unknown kind");
    assertThat(told(in("steps[1].reason", reason -> set(reason, "kind", "whim"))))
        .isEqualTo("`steps[1].reason.kind`: `whim` is of an unknown kind");
  }

  @Test
  void a_missing_field_is_told() {
    assertThat(told(in("steps[0].action", action -> without(action, "kind"))))
        .isEqualTo("`steps[0].action`: `kind` is missing");
    assertThat(told(plan -> without(plan, "project"))).isEqualTo("`project` is missing");
  }

  @Test
  void a_wrong_type_is_told_and_a_value_is_not() {
    assertThat(told(plan -> set(plan, "steps", "all")))
        .isEqualTo("`steps`: a list must stand here, and it is a text");
    assertThat(told(plan -> set(plan, "notes", List.of("one", 2L))))
        .isEqualTo("`notes[1]`: a text must stand here, and it is the number `2`");
    assertThat(told(in("steps[0]", step -> set(step, "id", 1.5))))
        .isEqualTo("`steps[0].id`: a whole number must stand here, and it is the number `1.5`");
    assertThat(told(in("steps[0]", step -> set(step, "id", 1L << 40))))
        .isEqualTo(
            "`steps[0].id`: a smaller number must stand here, and it is the number `1099511627776`");
    assertThat(told(in("steps[0]", step -> set(step, "action", List.of()))))
        .isEqualTo("`steps[0].action`: a mapping must stand here, and it is a list");
    assertThat(told(in("steps[0]", step -> set(step, "action", "hush")))).doesNotContain("hush");
  }

  @Test
  void an_unknown_field_is_not_passed_over() {
    assertThat(told(in("steps[0]", step -> set(step, "afer", List.of()))))
        .isEqualTo("`steps[0]`: unknown field `afer`; did you mean `after`?");
  }

  @Test
  void a_value_that_its_type_refuses_is_told() {
    assertThat(told(plan -> set(plan, "project", "Not A Name")))
        .isEqualTo("`project`: not a project name: Not A Name");
  }

  @Test
  void whatever_stands_in_a_place_it_is_a_value_in_the_end() {
    Map<String, Object> plan = plan();
    for (Object other : List.of("", "-", -1L, 0.5, true, List.of(""), Map.of("a", "b"))) {
      for (Object changed : changedAnywhere(plan, other)) {
        assertThat(WrittenPlan.read(PlainValues.map(changed))).isNotNull();
      }
    }
  }

  /** The value with one part after the other replaced. */
  private static List<Object> changedAnywhere(Object value, Object other) {
    var all = new ArrayList<Object>();
    if (value instanceof Map<?, ?> fields) {
      Map<String, Object> whole = PlainValues.map(fields);
      whole.forEach((field, part) -> {
        all.add(set(whole, field, other));
        changedAnywhere(part, other).forEach(changed -> all.add(set(whole, field, changed)));
      });
    }
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        List<Object> before = new ArrayList<>(items);
        int place = i;
        List<Object> parts = new ArrayList<>(changedAnywhere(items.get(place), other));
        parts.add(other);
        parts.forEach(part -> {
          List<Object> after = new ArrayList<>(before);
          after.set(place, part);
          all.add(after);
        });
      }
    }
    return all;
  }

  @Test
  void a_step_that_refers_forward_is_told() {
    assertThat(told(in("steps[0]", step -> set(step, "after", List.of(3L)))))
        .isEqualTo("`steps[0].after`: step 1 refers to step 3, which does not come before it");
    assertThat(told(in("steps[1]", step -> set(step, "after", List.of(0L)))))
        .isEqualTo("`steps[1].after`: step 2 refers to step 0, which does not come before it");
    assertThat(told(in("steps[1]", step -> set(step, "id", 7L))))
        .isEqualTo("`steps[1].id`: step 7 stands at place 2");
  }

  private static String told(UnaryOperator<Map<String, Object>> change) {
    return switch (WrittenPlan.read(change.apply(plan()))) {
      case ReadPlan.Malformed malformed -> malformed.toString();
      case ReadPlan.Sound sound -> "sound";
    };
  }

  private static Map<String, Object> set(Map<String, Object> fields, String field, Object value) {
    var changed = new LinkedHashMap<>(fields);
    changed.put(field, value);
    return changed;
  }

  private static Map<String, Object> set(
      Map<String, Object> fields, String field, Object value, String other) {
    return set(set(fields, field, value), other, value);
  }

  private static Map<String, Object> without(Map<String, Object> fields, String field) {
    var changed = new LinkedHashMap<>(fields);
    changed.remove(field);
    return changed;
  }

  /** A change of a step, or of one of its parts: {@code steps[0].action}. */
  private static UnaryOperator<Map<String, Object>> in(
      String place, UnaryOperator<Map<String, Object>> change) {
    int index = place.charAt("steps[".length()) - '0';
    String part = place.substring("steps[0]".length());
    return plan -> {
      List<Object> steps = new ArrayList<>((List<?>) plan.get("steps"));
      Map<String, Object> step = PlainValues.map(steps.get(index));
      steps.set(
          index,
          part.isEmpty()
              ? change.apply(step)
              : set(
                  step,
                  part.substring(1),
                  change.apply(PlainValues.map(step.getOrDefault(part.substring(1), "")))));
      return set(plan, "steps", steps);
    };
  }
}
