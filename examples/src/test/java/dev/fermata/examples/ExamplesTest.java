package dev.fermata.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.planner.Planner;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.text.PlanText;
import dev.fermata.sources.FileSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example loads without a word, and its first plan is the one in its {@code plan.txt}. */
class ExamplesTest {

  static Stream<Path> examples() throws IOException {
    try (var folders = Files.list(Path.of("").toAbsolutePath())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("compose.yaml")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_loads_and_is_planned(Path example) throws IOException {
    var loaded = new Loader(new FileSources()).load(LoadRequest.of(example.toString(), Map.of()));

    assertThat(loaded.diagnostics()).isEmpty();
    var up = new Request.Up(loaded.value().orElseThrow(), UpOptions.DEFAULT);
    var planned = (PlanResult.Planned) Planner.plan(up, Observed.NOTHING);
    assertThat(example.resolve("plan.txt"))
        .hasContent(golden(example, PlanText.of(planned.plan())));
  }

  private static String golden(Path example, String text) throws IOException {
    if ("write".equals(System.getProperty("fermata.golden"))) {
      Files.writeString(example.resolve("plan.txt"), text);
    }
    return text;
  }
}
