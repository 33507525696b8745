package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a command takes away before it gives is given back where it cannot give. */
class PutBackIT {
  private static final String STACK =
      """
      services:
        db:
          image: busybox
          init: true
          command: sh -c "test -e /state/broken || touch /ready; exec sleep 1000"
          stop_grace_period: 1s
          volumes: [state:/state]
          healthcheck: {test: [CMD, test, -e, /ready], interval: 1s, retries: 1}
        web:
          image: busybox
          command: ${COMMAND}
          stop_signal: SIGKILL
          volumes: [/scratch]
          depends_on: {db: {condition: service_healthy}}
      volumes: {state: {}}
      """;

  private final Scenario scenario = Scenario.of(STACK).with("COMMAND", "sleep 1000");

  private String web() {
    return scenario.project() + "-web-1";
  }

  private String started() {
    return scenario.docker("inspect", "--format", "{{.State.Running}} {{.State.StartedAt}}", web());
  }

  /** By the file: labels do not keep whether a dependency is required. */
  private CommandRun restart(String... args) {
    var all = new ArrayList<>(List.of("-f", "compose.yaml", "restart"));
    all.addAll(List.of(args));
    return scenario.fermata(all.toArray(String[]::new));
  }

  private void breakDb() {
    String db = scenario.project() + "-db-1";
    scenario.docker("exec", db, "sh", "-c", "touch /state/broken; rm /ready");
    await()
        .until(() ->
            scenario
                .docker("inspect", "--format", "{{.State.Health.Status}}", db)
                .contains("unhealthy"));
  }

  @Test
  void a_restart_that_is_going_to_be_refused_stops_nothing() {
    try (scenario) {
      scenario.fermata("up", "-d").mustSucceed();
      String before = started();
      breakDb();

      assertThat(restart("web").mustFail().err()).contains("db-1 is unhealthy");
      assertThat(started()).isEqualTo(before).startsWith("true");

      restart("--no-deps", "web").mustSucceed();
      assertThat(started()).isNotEqualTo(before).startsWith("true");

      scenario.fermata("stop", "db").mustSucceed();
      restart("web").mustSucceed();
      assertThat(started()).startsWith("true");
    }
  }

  @Test
  void what_ran_before_a_restart_runs_after_it_though_what_it_waits_for_has_failed() {
    try (scenario) {
      scenario.fermata("up", "-d").mustSucceed();
      String before = started();
      breakDb();

      assertThat(restart().mustFail().err())
          .contains("`" + web() + "` was stopped for this, and has been started again as it was");
      assertThat(started()).isNotEqualTo(before).startsWith("true");
    }
  }

  @Test
  void a_container_whose_successor_does_not_start_runs_on_with_its_name_and_its_volumes() {
    try (scenario) {
      scenario.fermata("up", "-d").mustSucceed();
      scenario.docker("exec", web(), "touch", "/scratch/kept");

      scenario.with("COMMAND", "no-such-program").fermata("up", "-d").mustFail();

      assertThat(scenario.containers())
          .containsExactly(scenario.project() + "-db-1 running", web() + " running");
      assertThat(scenario.docker("exec", web(), "ls", "/scratch")).contains("kept");
      assertThat(scenario.with("COMMAND", "sleep 1000").fermata("up", "-d").mustSucceed().err())
          .contains("is up to date");
    }
  }
}
