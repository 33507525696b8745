package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An image that is there for another platform must be pulled, or refused by name. */
class PlatformIT {
  private final PlayedImages registry = new PlayedImages();
  private final Scenario scenario = Scenario.of("services: {}\n");

  @AfterEach
  void removeAll() {
    scenario.close();
    registry.close();
  }

  /** The image is there for the one platform, and {@code web} wants another. */
  private void local(String image, String attributes) {
    scenario.docker("pull", "-q", "--platform", "linux/amd64", image);
    scenario.write(
        "compose.yaml",
        "services:\n  web: {image: '%s', platform: linux/arm64%s}\n".formatted(image, attributes));
  }

  @Test
  void it_is_pulled_and_what_was_made_from_it_stays() {
    String image = registry.image("both", "linux/amd64", "linux/arm64");
    local(image, "");
    try {
      var first = scenario.fermata("up", "--no-start").mustSucceed();
      assertThat(first.all()).contains("is for linux/amd64, not for linux/arm64");
      String container = id();

      scenario.docker("pull", "-q", "--platform", "linux/amd64", image);
      var again = scenario.fermata("up", "--no-start").mustSucceed();

      assertThat(again.all()).contains("nothing to do");
      assertThat(id()).isEqualTo(container);
    } finally {
      scenario.docker("rmi", "-f", image);
    }
  }

  private String id() {
    return scenario.docker("inspect", "-f", "{{.Id}}", scenario.project() + "-web-1");
  }

  @Test
  void it_is_refused_where_the_registry_has_no_other() {
    String image = registry.image("one", "linux/amd64");
    local(image, "");
    try {
      var refused = scenario.fermata("up", "--no-start");

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err())
          .contains("error: service `web`")
          .contains(image)
          .contains("for the platform `linux/amd64`, not for `linux/arm64`");
      assertThat(scenario.containers()).isEmpty();
    } finally {
      scenario.docker("rmi", "-f", image);
    }
  }

  @Test
  void it_is_refused_before_anything_is_made_where_nothing_may_be_pulled() {
    String image = registry.image("both", "linux/amd64", "linux/arm64");
    local(image, ", pull_policy: never");
    try {
      var refused = scenario.fermata("up", "--no-start");

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err())
          .contains("service `web` needs the image `" + image + "` for the platform `linux/arm64`")
          .contains("it is there for `linux/amd64`")
          .contains("compose.yaml:2");
      assertThat(scenario.networks()).isEmpty();
    } finally {
      scenario.docker("rmi", "-f", image);
    }
  }
}
