package dev.fermata.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.planner.Planner;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.text.PlanText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example in Java is sound, and its first plan is the one in its {@code plan.txt}. */
class InJavaTest {

  @Test
  void it_is_sound_and_planned() {
    var built = InJava.project("in-java", 8000);

    assertThat(built.diagnostics()).isEmpty();
    Project project = built.value().orElseThrow();
    var up = new Request.Up(project, UpOptions.DEFAULT);
    var planned = (PlanResult.Planned) Planner.plan(up, Observed.NOTHING);
    assertThat(Path.of("in-java/plan.txt").toAbsolutePath())
        .hasContent(PlanText.of(planned.plan()));
  }
}
