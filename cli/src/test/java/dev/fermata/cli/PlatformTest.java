package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image of another platform than the service's is pulled, or refused by name. */
final class PlatformTest {
  private final FakeEngine engine = new FakeEngine().withImageFor("linux/amd64", "shop/web:1");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = new InProcess(folder, engine);
    web("pull_policy: missing");
  }

  private void web(String attribute) {
    program.file(
        "compose.yaml",
        "name: shop\nservices:\n  web: {image: 'shop/web:1', platform: linux/arm64, %s}\n"
            .formatted(attribute));
  }

  @Test
  void it_is_pulled_for_the_platform() {
    engine.withRegistryFor("shop/web:1", "linux/amd64", "linux/arm64");

    assertThat(program.run("up", "-d").code()).isZero();

    assertThat(engine.container("shop-web-1").platform()).hasToString("linux/arm64");
  }

  @Test
  void a_container_of_the_right_platform_stays_when_the_name_of_its_image_moves() {
    engine.withRegistryFor("shop/web:1", "linux/amd64", "linux/arm64");
    program.run("up", "-d");
    engine.withImageFor("linux/amd64", "shop/web:1");

    assertThat(program.run("up", "-d").err()).contains("nothing to do");
    assertThat(engine.count("pull shop/web:1")).isEqualTo(1);
  }

  @Test
  void a_registry_that_has_another_platform_only_is_told_with_the_service() {
    engine.withRegistryFor("shop/web:1", "linux/amd64");

    Result up = program.run("up", "-d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("error: service `web`: ", "linux/amd64", "linux/arm64");
    assertThat(engine.leftovers()).noneMatch(it -> it.startsWith("container"));
  }

  @Test
  void a_refused_pull_names_the_service_where_it_decides_what_comes_next() {
    engine.withRegistryFor("shop/web:1", "linux/arm64");
    program.run("up", "-d");
    web("pull_policy: always");
    engine.withRegistryFor("shop/web:1", "linux/amd64");

    Result up = program.run("up", "-d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("error: service `web`: ");
    assertThat(engine.container("shop-web-1").isRunning()).isTrue();
  }

  @Test
  void what_must_not_be_pulled_is_refused_before_the_first_change() {
    web("pull_policy: never");

    Result up = program.run("up", "-d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains(
            "service `web` needs the image `shop/web:1` for the platform `linux/arm64`, and it is there for `linux/amd64`",
            "compose.yaml:3:40",
            "its pull policy is `never`");
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void the_plan_tells_both_platforms() {
    assertThat(program.run("plan").out())
        .contains("pull image shop/web:1 for linux/arm64")
        .contains("is for linux/amd64, not for linux/arm64");
    assertThat(program.run("plan", "--json").out())
        .contains("\"kind\" : \"other-platform\"")
        .contains("\"wanted\" : \"linux/arm64\"");
  }
}
