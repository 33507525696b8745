package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a registry has must come when it is asked for, and be told before. */
class PullIT {
  private final PlayedImages registry = new PlayedImages();
  private final Scenario scenario = Scenario.of("services: {}\n");

  @AfterEach
  void stop() {
    scenario.close();
    registry.close();
  }

  private void write(String image) {
    scenario.write(
        "compose.yaml",
        """
        services:
          one: {image: '%s'}
          two: {image: '%s', pull_policy: missing}
        """
            .formatted(image, image));
  }

  private String status() {
    return scenario
        .fermata("outdated", "--format", "{{.Status}}", "one")
        .mustSucceed()
        .out()
        .strip();
  }

  @Test
  void a_newer_image_is_told_and_pulled() {
    String image = registry.image("app", "linux/amd64");
    write(image);
    try {
      var first = scenario.fermata("pull").mustSucceed();
      assertThat(first.err()).containsOnlyOnce("Image " + image + " Pulled");
      var missing = scenario.fermata("pull", "--policy", "missing").mustSucceed();
      assertThat(missing.err())
          .contains("Image " + image + " Skipped Image is already present locally");
      assertThat(status()).isEqualTo("current");
      String before = scenario.fermata("config", "--lock-image-digests").mustSucceed().out();
      assertThat(before).contains("image: " + image + "@sha256:");

      registry.image("app", "linux/arm64");

      assertThat(status()).isEqualTo("outdated");
      assertThat(scenario.fermata("outdated", "--exit-code").exitCode()).isEqualTo(2);
      var update = scenario.fermata("update").mustSucceed();
      assertThat(update.out()).contains("one: " + image + " sha256:", " -> sha256:");
      assertThat(status()).isEqualTo("current");
      assertThat(scenario.fermata("config", "--lock-image-digests").out()).isNotEqualTo(before);
    } finally {
      scenario.docker("rmi", "-f", image);
    }
  }

  /** The engine's own record is of the time when somebody named it here, which a pull is not. */
  @Test
  void a_policy_with_a_window_pulls_once_within_it() {
    String image = registry.image("daily", "linux/amd64");
    scenario.write(
        "compose.yaml", "services: {web: {image: '%s', pull_policy: daily}}\n".formatted(image));
    try {
      assertThat(scenario.fermata("up", "--no-start").mustSucceed().err())
          .contains("Image " + image + " Pulled");
      assertThat(scenario.fermata("up", "--no-start").mustSucceed().err())
          .contains("nothing to do");
    } finally {
      scenario.docker("rmi", "-f", image);
    }
  }

  @Test
  void what_no_registry_has_and_what_is_not_there_fails_by_its_name() {
    String image = registry.image("app", "linux/amd64").replace("app", "nothing");
    scenario.write("compose.yaml", "services: {web: {image: '%s', build: .}}\n".formatted(image));

    var pull = scenario.fermata("pull");
    assertThat(pull.exitCode()).isEqualTo(1);
    assertThat(pull.err())
        .contains("error: service `web`", image, "must be built from source by running:");
    assertThat(scenario.fermata("pull", "--ignore-pull-failures").exitCode()).isZero();

    var push = scenario.fermata("push");
    assertThat(push.exitCode()).isEqualTo(1);
    assertThat(push.err()).contains("the image `" + image + "` is not on the engine");
    var left = scenario.fermata("push", "--ignore-missing").mustSucceed();
    assertThat(left.err()).contains(image + " Skipped No local image");
  }
}
