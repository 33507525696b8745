package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is run as a service comes and goes, by a real engine. */
class HooksIT {
  private static final String STACK =
      """
      services:
        app:
          image: busybox
          init: true
          command: sh -c "cat /data/made; exec sleep 1000"
          stop_grace_period: 1s
          volumes: ["data:/data:ro"]
          environment: {LEVEL: "7"}
          pre_start:
            - command: sh -c "echo made at $$LEVEL >> /data/made"
              volumes: ["data:/data"]
            - command: sh -c "echo looking; cat /data/made; exit ${PREPARED}"
          post_start:
            - command: sh -c "echo as $$(id -u) in $$(pwd) with $$WITH >> /tmp/after"
              user: "1000"
              working_dir: /tmp
              environment: {WITH: this}
          pre_stop:
            - command: sh -c "cat /tmp/after; exit ${DRAINED}"
      volumes: {data: {}}
      """;

  private final Scenario scenario = Scenario.of(STACK).with("PREPARED", "0").with("DRAINED", "0");

  private String app() {
    return scenario.project() + "-app-1";
  }

  @Test
  void each_runs_once_in_its_place_and_as_it_says() {
    try (scenario) {
      scenario.fermata("-f", "compose.yaml", "up", "-d").mustSucceed();

      assertThat(scenario.fermata("logs").out()).contains("made at 7");
      assertThat(scenario.docker("exec", app(), "cat", "/tmp/after"))
          .isEqualTo("as 1000 in /tmp with this");
      assertThat(scenario.containers()).containsExactly(app() + " running");

      scenario.fermata("-f", "compose.yaml", "up", "-d").mustSucceed();
      assertThat(scenario.docker("exec", app(), "cat", "/data/made")).isEqualTo("made at 7");
      scenario.fermata("-f", "compose.yaml", "down", "-v").mustSucceed();
      assertThat(scenario.containers()).isEmpty();
      assertThat(scenario.volumes()).isEmpty();
    }
  }

  @Test
  void one_that_fails_before_the_start_is_kept_and_cleared_by_the_next_up() {
    try (scenario) {
      scenario.with("PREPARED", "17");
      CommandRun up = scenario.fermata("-f", "compose.yaml", "up", "-d").mustFail();

      assertThat(up.err())
          .contains("service \"app\" pre_start[1] exited with code 17")
          .contains("  looking\n");
      assertThat(scenario.containers())
          .containsExactly(app() + " created", scenario.project() + "-app-pre_start-1 exited");

      scenario.with("PREPARED", "0");
      scenario.fermata("-f", "compose.yaml", "up", "-d").mustSucceed();
      assertThat(scenario.containers()).containsExactly(app() + " running");
    }
  }

  @Test
  void a_recreation_whose_hook_fails_leaves_the_old_container_running() {
    try (scenario) {
      scenario.fermata("-f", "compose.yaml", "up", "-d").mustSucceed();
      String before = scenario.docker("inspect", "--format", "{{.Id}}", app());
      scenario.with("PREPARED", "3");

      scenario.fermata("-f", "compose.yaml", "up", "-d").mustFail();

      assertThat(scenario.docker("inspect", "--format", "{{.Id}} {{.State.Status}}", app()))
          .isEqualTo(before + " running");
    }
  }

  @Test
  void one_that_fails_before_the_stop_keeps_the_container_running() {
    try (scenario) {
      scenario.with("DRAINED", "9");
      scenario.fermata("-f", "compose.yaml", "up", "-d").mustSucceed();

      CommandRun stop = scenario.fermata("-f", "compose.yaml", "stop").mustFail();

      assertThat(stop.err())
          .contains("app hook exited with status 9")
          .contains("as 1000 in /tmp with this");
      assertThat(scenario.containers()).containsExactly(app() + " running");
    }
  }
}
