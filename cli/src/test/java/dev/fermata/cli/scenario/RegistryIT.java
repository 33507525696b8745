package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.sources.registry.PlayedCertificates;
import dev.fermata.sources.registry.PlayedRegistry;
import dev.fermata.sources.registry.PlayedTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A registry of one's own, with TLS and passwords, must take and give images and projects, and a
 * refusal must say what to do.
 */
class RegistryIT {
  private final Scenario scenario = Scenario.of("services: {}\n");
  private PlayedRegistry registry;
  private String image;

  @BeforeEach
  void start() throws IOException {
    registry = PlayedRegistry.encrypted(PlayedCertificates.forAll());
    registry.guardByPassword("me:secret");
    image = registry.host() + "/team/app:1";
    Path folder = scenario.folder().resolve("docker");
    PlayedCertificates.give("authority.crt", folder.resolve("certs.d/" + registry.host()));
    scenario
        .with("DOCKER_CONFIG", folder.toString())
        .with("XDG_CACHE_HOME", scenario.folder() + "/cache")
        .with("FERMATA_ALLOW_REMOTE", "1");
    login("me:secret");
  }

  @AfterEach
  void stop() {
    scenario.dockerClient("rmi", "-f", image);
    scenario.close();
    registry.close();
  }

  private void login(String userAndPassword) throws IOException {
    byte[] pair = userAndPassword.getBytes(StandardCharsets.UTF_8);
    Files.writeString(
        scenario.folder().resolve("docker/config.json"),
        "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}"
            .formatted(registry.host(), Base64.getEncoder().encodeToString(pair)));
  }

  private void write(String service) {
    scenario.write(
        "compose.yaml", "services: {app: {image: '%s', %s}}\n".formatted(image, service));
  }

  /** What was built here comes into the registry, and is known by nothing else any more. */
  private void pushed() {
    scenario.docker("tag", "busybox", image);
    write("build: .");
    scenario.fermata("push").mustSucceed();
    scenario.docker("rmi", image);
    write("command: sleep 1000, init: true");
  }

  @Test
  void images_and_projects_go_there_and_come_back() {
    pushed();

    String pin = scenario.fermata("config", "--resolve-image-digests").mustSucceed().out();
    assertThat(pin).contains("image: " + image + "@sha256:");
    String place = registry.host() + "/team/shop:";
    scenario.fermata("publish", "--resolve-image-digests", place + "pinned").mustSucceed();
    String published = scenario.fermata("publish", place + "1").mustSucceed().err();
    String reference = published.replaceFirst("(?s).* published as (\\S+)\n$", "$1");
    scenario.fermata("-f", reference, "up", "-d").mustSucceed();

    assertThat(scenario.containers()).containsExactly(scenario.project() + "-app-1 running");
    assertThat(scenario.fermata("outdated", "--format", "{{.Status}}").out())
        .isEqualTo("current\n");
  }

  @Test
  void a_wrong_password_and_a_tag_that_is_not_there_are_told_as_such() throws IOException {
    pushed();
    String place = registry.host() + "/team/shop:1";

    image = image.replace(":1", ":nope");
    write("pull_policy: always");
    assertThat(scenario.fermata("pull").mustFail().err())
        .contains("there is no image `" + image + "` in the registry");
    assertThat(scenario.fermata("-f", "oci://" + place, "config").mustFail().err())
        .contains("`%s` has no `oci://%s`".formatted(registry.host(), place));

    login("me:wrong");
    assertThat(scenario.fermata("pull").mustFail().err())
        .contains(
            "the registry wants another login for `" + image + "` than the one that is kept",
            "`docker login " + registry.host() + "` writes it anew");
    assertThat(scenario.fermata("publish", "-y", place).mustFail().err())
        .contains("wants another login to write `oci://" + place);
  }

  @Test
  void a_registry_that_is_busy_or_breaks_off_is_asked_again() {
    registry.meet("PUT", new PlayedTrouble.Status(429, "1"), new PlayedTrouble.Status(503, ""));

    var published = scenario.fermata("publish", "-y", registry.host() + "/team/shop:1");

    assertThat(published.mustSucceed().err())
        .contains(
            "has had too many requests; asked again in 1 s", "(status 503); asked again in 2 s");
  }
}
