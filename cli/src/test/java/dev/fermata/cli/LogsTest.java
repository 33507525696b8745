package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What containers said, for readers and for programs. */
final class LogsTest {
  private static final String FILE =
      """
      name: shop
      services:
        web:
          image: busybox
          deploy: {replicas: 2}
        mail:
          image: busybox
          container_name: post-7
      """;

  @TempDir private Path folder;
  private FakeEngine engine;
  private InProcess program;

  @BeforeEach
  void start() {
    engine = new FakeEngine().withImages("busybox");
    program = new InProcess(folder, engine).file("compose.yaml", FILE);
    program.run("up", "-d");
  }

  private String out(String... args) {
    InProcess.Result result = program.run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }

  @Test
  void each_line_is_an_object_for_programs() {
    engine.container("shop-web-2").print("say \"hi\"\tto äll");

    assertThat(out("logs", "--json").lines())
        .singleElement()
        .asString()
        .matches(
            "\\{\"time\":\"[-0-9]{10}T[0-9:.]+Z\",\"service\":\"web\",\"container\":\"shop-web-2\","
                + "\"index\":2,\"stream\":\"stdout\",\"line\":\"say \\\\\"hi\\\\\"\\\\tto äll\"}");
  }

  @Test
  void a_container_with_a_name_of_its_own_is_the_first() {
    engine.container("post-7").print("hi");

    assertThat(out("logs", "--json", "mail")).contains("\"container\":\"post-7\",\"index\":1,");
  }

  @Test
  void until_leaves_out_what_comes_later() {
    engine.container("shop-web-1").print("hi");

    assertThat(out("logs", "--until", "1h")).isEmpty();
    assertThat(out("logs", "--until=-1h")).matches("web-1 +\\| hi\n");
  }

  @Test
  void following_ends_at_the_time_asked_for() {
    engine.container("shop-web-1").print("hi");

    assertThat(out("logs", "-f", "--until=-10ms")).matches("web-1 +\\| hi\n");
    assertThat(out("logs", "-f", "--until", "1h")).isEmpty();
  }

  @Test
  void a_window_without_room_is_told() {
    InProcess.Result result = program.run("events", "--since", "1m", "--until", "2m");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("error: `--until` is a time before `--since`: nothing is between them\n");
  }
}
