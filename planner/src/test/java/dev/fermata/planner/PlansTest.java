package dev.fermata.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.text.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Golden plans: each folder below {@code src/test/cases/plans} is a {@link PlanScenario} and its
 * {@code plan.txt}. {@code -Dfermata.golden=write} rewrites them.
 */
class PlansTest {
  private static final Path CASES = Path.of("src/test/cases/plans");

  @TestFactory
  List<DynamicTest> plans_are_as_recorded() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().map(PlansTest::test).toList();
    }
  }

  private static DynamicTest test(Path folder) {
    return DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder));
  }

  private static void check(Path folder) throws IOException {
    Path expected = folder.resolve("plan.txt");
    String text = text(folder);
    if ("write".equals(System.getProperty("fermata.golden"))) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  private static String text(Path folder) throws IOException {
    return switch (new PlanScenario(folder).plan()) {
      case PlanResult.Planned planned -> PlanText.of(planned.plan());
      case PlanResult.Refused refused -> text(refused);
    };
  }

  private static String text(PlanResult.Refused refused) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : refused.problems()) {
      text.append("error: ").append(problem.message()).append('\n');
      text.append("  hint: ").append(problem.hint()).append('\n');
    }
    return text.toString();
  }
}
