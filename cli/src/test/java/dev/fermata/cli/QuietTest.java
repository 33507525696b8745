package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --quiet-pull} and {@code --quiet-build} hide what goes on inside, and nothing else. */
final class QuietTest {
  private static final String LAYER = "Downloaded";
  private static final String INSTRUCTION = "[1/1] RUN make";

  @TempDir private Path folder;

  /** The events of an {@code up} that has an image to pull and one to build. */
  private String events(String... flags) {
    var program =
        new InProcess(folder, new FakeEngine().withRegistry("busybox"))
            .file("Dockerfile", "FROM busybox")
            .file(
                "compose.yaml",
                """
                services:
                  pulled: {image: busybox}
                  built: {image: shop/built, build: .}
                """);
    var args = new ArrayList<>(List.of("--progress", "json", "up", "-d"));
    args.addAll(List.of(flags));
    InProcess.Result up = program.run(args.toArray(String[]::new));
    assertThat(up.err()).contains("Pulled", "Built");
    return up.err();
  }

  @Test
  void both_are_shown_unless_asked_not_to() {
    assertThat(events()).contains(LAYER, INSTRUCTION);
    assertThat(events("--quiet-pull=false")).contains(LAYER, INSTRUCTION);
  }

  @Test
  void quiet_pull_hides_layers_alone() {
    assertThat(events("--quiet-pull")).doesNotContain(LAYER).contains(INSTRUCTION);
  }

  @Test
  void quiet_build_hides_the_output_of_builds_alone() {
    assertThat(events("--quiet-build")).contains(LAYER).doesNotContain(INSTRUCTION);
  }
}
