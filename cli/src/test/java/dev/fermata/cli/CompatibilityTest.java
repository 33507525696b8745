package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are joined by underscores where the user asks for those of Docker Compose v1. */
final class CompatibilityTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program =
        new InProcess(folder, engine)
            .file(
                "compose.yaml",
                "{name: shop, services: {web: {image: busybox}, own: {build: ., profiles: [x]}}}");
  }

  @Test
  void the_flag_names_containers_and_images_with_underscores() {
    assertThat(program.run("--compatibility", "up", "-d").err())
        .contains("Container shop_web_1 Started");
    assertThat(program.run("--compatibility", "--profile", "x", "config", "--images").out())
        .contains("shop_own");
  }

  @Test
  void so_do_the_variable_and_the_env_file() {
    program.environment("COMPOSE_COMPATIBILITY", "true");
    assertThat(program.run("plan").out()).contains("create container shop_web_1");

    program.environment("COMPOSE_COMPATIBILITY", "false");
    assertThat(program.run("plan").out()).contains("create container shop-web-1");

    var other = new InProcess(folder, engine).file(".env", "COMPOSE_COMPATIBILITY=1\n");
    assertThat(other.run("plan").out()).contains("create container shop_web_1");
  }

  @Test
  void commands_that_need_labels_alone_find_them_under_either_name() {
    program.run("--compatibility", "up", "-d");

    assertThat(program.run("ps", "--format", "json").out()).contains("\"Name\":\"shop_web_1\"");
    assertThat(program.run("up", "-d").err()).contains("nothing to do");
    assertThat(program.run("up", "-d", "--force-recreate").err())
        .contains("Container shop-web-1 Started");
    program.run("down");
    assertThat(engine.leftovers()).isEmpty();
  }
}
