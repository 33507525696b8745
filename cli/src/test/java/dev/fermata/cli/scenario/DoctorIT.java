package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is wrong must be found on a real engine, and what it tells to type must mend it. */
class DoctorIT {

  @Test
  void a_project_without_its_file_is_found_and_goes_as_it_says() throws IOException {
    try (var scenario =
        Scenario.of("services: {web: {image: busybox, command: sleep 1000, init: true}}\n")) {
      scenario.fermata("up", "-d").mustSucceed();
      scenario.fermata("run", "web", "true").mustSucceed();
      Files.delete(scenario.folder().resolve("compose.yaml"));

      CommandRun sick = scenario.fermata("doctor").mustFail();

      assertThat(sick.exitCode()).isEqualTo(1);
      assertThat(sick.out())
          .contains("engine\n  ok ", ", API 1.", "its clock is that of this machine", "disk\n  ok ")
          .contains("the address pools have room for")
          .contains("project `" + scenario.project() + "` has 2 containers, and `")
          .contains("project `" + scenario.project() + "`: `run` has left");
      String fix = "-p " + scenario.project() + " down --remove-orphans";
      assertThat(sick.out()).contains(fix);
      scenario.shell("$FERMATA " + fix).mustSucceed();
      assertThat(scenario.fermata("doctor").out()).doesNotContain(scenario.project());
    }
  }

  @Test
  void an_engine_that_is_not_there_is_told_with_how_to_start_it() {
    try (var scenario = Scenario.of("services: {}\n")) {
      CommandRun run =
          scenario.shell("DOCKER_HOST=unix:///nowhere/docker.sock $FERMATA doctor --format json");

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out())
          .contains("\"healthy\":false", "there is no such socket", "\"fixes\":[\"");
      assertThat(run.err()).isEmpty();
    }
  }
}
