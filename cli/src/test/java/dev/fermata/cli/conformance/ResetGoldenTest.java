package dev.fermata.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes single elements and keys away, as Docker Compose cannot: its own cases are elsewhere. */
class ResetGoldenTest {
  private static final Path CASES = Path.of("src/test/cases/reset").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"list-elements", "mapping-keys"})
  void what_is_reset_is_gone_and_the_rest_is_there(String name) throws IOException {
    Path folder = CASES.resolve(name);
    Call.Answer answer =
        Call.run(
            List.of("-f", "compose.yaml", "-f", "over.yaml", "config"),
            folder.toString(),
            Map.of(),
            "");
    String printed = answer.stdout().replace(folder.toString(), "/project");
    if ("write".equals(System.getProperty("fermata.golden"))) {
      Files.writeString(folder.resolve("expected.yaml"), printed);
    }
    assertThat(answer.exit()).as(answer.stderr()).isZero();
    assertThat(printed).isEqualTo(Files.readString(folder.resolve("expected.yaml")));
  }
}
