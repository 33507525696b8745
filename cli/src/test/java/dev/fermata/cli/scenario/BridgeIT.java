package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images that transform must get the whole model, and nobody's files may be lost to them. */
class BridgeIT {
  private static final String IMAGE = "transforms-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String TRANSFORM =
      "cp /in/compose.yaml /out/model.yaml; ls /templates > /out/templates; echo made";

  private Scenario scenario;

  /** A container that is committed is an image without a build. */
  @BeforeAll
  static void image() {
    try (var any = Scenario.of("services: {}")) {
      any.docker("create", "--name", IMAGE, "busybox", "true");
      any.write("a.tmpl", "{{ . }}\n");
      any.docker("cp", any.folder().toString() + "/a.tmpl", IMAGE + ":/a.tmpl");
      any.docker("cp", any.folder().toString() + "/.", IMAGE + ":/templates");
      any.docker(
          "commit",
          "-c",
          "LABEL com.docker.compose.bridge=transformation",
          "-c",
          "EXPOSE 7777",
          "-c",
          "CMD [\"sh\", \"-c\", \"" + TRANSFORM + "\"]",
          IMAGE,
          IMAGE);
      any.docker("rm", IMAGE);
    }
  }

  @AfterAll
  static void removed() {
    try (var any = Scenario.of("services: {}")) {
      any.docker("rmi", IMAGE);
    }
  }

  @BeforeEach
  void start() {
    scenario =
        Scenario.of(
            """
            services:
              web: {image: %s, ports: ["8080:80"], secrets: [key], configs: [greeting]}
            secrets: {key: {file: key.txt}}
            configs: {greeting: {content: "costs $$5"}}
            """
                .formatted(IMAGE));
    scenario.write("key.txt", "sesame").with("XDG_CACHE_HOME", scenario.folder() + "/cache");
  }

  @AfterEach
  void stop() {
    scenario.close();
  }

  private String read(String file) throws IOException {
    return Files.readString(scenario.folder().resolve(file));
  }

  @Test
  void the_model_has_ports_of_images_and_the_content_of_secrets_and_configs() throws IOException {
    var run = scenario.fermata("bridge", "convert", "-t", IMAGE).mustSucceed();

    assertThat(run.out()).isEqualTo("made\n");
    assertThat(read("out/model.yaml"))
        .contains(
            "expose:\n      - \"7777\"\n      - \"80\"\n", "content: sesame", "content: costs $5");
    assertThat(read("out/templates")).contains("a.tmpl");
    assertThat(scenario.containers()).isEmpty();

    scenario.fermata("bridge", "convert", "-t", IMAGE).mustSucceed();
  }

  @Test
  void what_else_is_in_the_folder_is_lost_only_for_a_yes() throws IOException {
    Path own = Files.createDirectory(scenario.folder().resolve("out")).resolve("notes.txt");
    Files.writeString(own, "mine");

    var refused = scenario.fermata("bridge", "convert", "-t", IMAGE).mustFail();
    assertThat(refused.err()).contains("deletion of output directory 'out' was not confirmed");
    scenario.fermata("bridge", "convert", "-y", "-t", "no-such-image-" + IMAGE).mustFail();
    assertThat(own).hasContent("mine");

    scenario.fermata("bridge", "convert", "-y", "-t", IMAGE).mustSucceed();
    assertThat(own).doesNotExist();
    assertThat(read("out/model.yaml")).contains("sesame");
  }

  @Test
  void a_transformation_of_ones_own_starts_from_the_templates_of_another() throws IOException {
    assertThat(scenario.fermata("bridge", "transformations", "ls", "-q").mustSucceed().out())
        .contains(IMAGE + ":latest\n");

    scenario.fermata("bridge", "transformations", "create", "-f", IMAGE, "mine").mustSucceed();

    assertThat(read("mine/templates/a.tmpl")).isEqualTo("{{ . }}\n");
    assertThat(read("mine/Dockerfile")).contains("LABEL com.docker.compose.bridge=transformation");
    assertThat(scenario.fermata("bridge", "transformations", "create", "mine").mustFail().err())
        .contains("already exists");
  }
}
