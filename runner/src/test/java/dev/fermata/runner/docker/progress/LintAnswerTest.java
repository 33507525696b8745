package dev.fermata.runner.docker.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.build.DockerfilePlace;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LintAnswerTest {
  private static final String TEXT = "FROM busybox\nMAINTAINER me\n";

  private static Json answer(String member) throws IOException {
    String data = Base64.getEncoder().encodeToString(TEXT.getBytes(StandardCharsets.UTF_8));
    return Json.parse(
        """
        {%s, "sources": [{"filename": "Dockerfile", "language": "Dockerfile", "data": "%s"}]}
        """
            .formatted(member, data));
  }

  @Test
  void a_warning_has_the_line_that_it_is_about() throws IOException {
    Json answer =
        answer(
            """
            "warnings": [{"ruleName": "MaintainerDeprecated", "description": "general",
              "url": "https://x", "detail": "in this line",
              "location": {"ranges": [{"start": {"line": 2}, "end": {"line": 2}}]}}]
            """);

    assertThat(new LintAnswer(file -> "/work/" + file).warnings(answer))
        .containsExactly(
            new DockerfileWarning(
                "MaintainerDeprecated",
                "in this line",
                "https://x",
                Optional.of(new DockerfilePlace("/work/Dockerfile", 2, 2, TEXT))));
  }

  @Test
  void what_cannot_be_read_is_a_failure_with_its_place() throws IOException {
    Json answer =
        answer(
            """
            "warnings": null, "buildError": {
              "message": "dockerfile parse error on line 2: unknown instruction: MAINTAINR",
              "location": {"ranges": [{"start": {"line": 2}, "end": {"line": 2}}]}}
            """);

    var failure =
        assertThrows(EngineException.class, () -> new LintAnswer(file -> file).warnings(answer));
    assertThat(failure)
        .hasMessage("line 2 of the Dockerfile cannot be read: unknown instruction: MAINTAINR");
    assertThat(failure.build().flatMap(it -> it.place()))
        .contains(new DockerfilePlace("Dockerfile", 2, 2, TEXT));
  }
}
