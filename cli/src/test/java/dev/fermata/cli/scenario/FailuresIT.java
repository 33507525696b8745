package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong must be told: what, why, and what to do. */
class FailuresIT {

  @Test
  void a_missing_image_is_named_and_the_rest_is_started() {
    try (var scenario =
        Scenario.of(
            """
            services:
              good: {image: busybox, init: true, command: sleep 1000, stop_grace_period: 1s}
              bad: {image: fermata-no-such-image}
            """)) {
      var up = scenario.fermata("up", "-d").mustFail();

      assertThat(up.err()).contains("fermata-no-such-image").contains("hint:");
      assertThat(scenario.containers()).containsExactly(scenario.project() + "-good-1 running");
    }
  }

  @Test
  void a_port_that_is_taken_is_named() {
    try (var holder =
            Scenario.of(
                """
                services:
                  holder:
                    image: busybox
                    init: true
                    command: sleep 1000
                    stop_grace_period: 1s
                    ports: ["127.0.0.1:48231:80"]
                """);
        var scenario =
            Scenario.of(
                """
                services:
                  web: {image: busybox, command: sleep 1000, ports: ["127.0.0.1:48231:80"]}
                """)) {
      holder.fermata("up", "-d").mustSucceed();

      var up = scenario.fermata("up", "-d").mustFail();

      assertThat(up.err()).contains("48231").contains("hint:").contains("web");
    }
  }

  @Test
  void a_check_that_never_passes_ends_in_the_whole_story() {
    try (var scenario =
        Scenario.of(
            """
            services:
              db:
                image: busybox
                init: true
                command: sh -c "echo waiting for a miracle; exec sleep 1000"
                stop_grace_period: 1s
                healthcheck:
                  test: ["CMD-SHELL", "echo no miracle yet; exit 3"]
                  interval: 1s
                  retries: 2
              web:
                image: busybox
                command: sleep 1000
                depends_on: {db: {condition: service_healthy}}
            """)) {
      var up = scenario.fermata("up", "-d").mustFail();

      assertThat(up.err())
          .contains("`db`")
          .contains("`web`")
          .contains("unhealthy")
          .contains("echo no miracle yet; exit 3")
          .contains("no miracle yet")
          .contains("exit code 3")
          .contains("waiting for a miracle");
      assertThat(scenario.containers())
          .containsExactly(
              scenario.project() + "-db-1 running", scenario.project() + "-web-1 created");
    }
  }

  private static final String EXITS =
      """
      services:
        app:
          image: busybox
          command: sh -c "echo cannot find my config; exit 1"
      """;

  @Test
  void a_command_that_exits_is_no_failure_where_nobody_waits_and_ps_shows_it() {
    try (var scenario = Scenario.of(EXITS)) {
      var up = scenario.fermata("up", "-d").mustSucceed();

      assertThat(up.took()).isLessThan(Duration.ofSeconds(15));
      org.awaitility.Awaitility.await()
          .untilAsserted(
              () -> assertThat(scenario.fermata("ps", "-a").out()).contains("Exited (1)"));
    }
  }

  @Test
  void a_command_that_exits_fails_the_one_who_waits_for_it() {
    try (var scenario =
        Scenario.of(
            EXITS
                + """
                    healthcheck: {test: "true"}
                  web:
                    image: busybox
                    command: sleep 1000
                    depends_on: {app: {condition: service_healthy}}
                """)) {
      var up = scenario.fermata("up", "-d").mustFail();

      assertThat(up.err())
          .contains("`app`")
          .contains("`web`")
          .contains("exit code 1")
          .contains("cannot find my config");
    }
  }

  @Test
  void a_command_that_exits_fails_the_caller_who_waits() {
    try (var scenario = Scenario.of(EXITS)) {
      var up = scenario.fermata("up", "--wait").mustFail();

      assertThat(up.err()).contains("exit code 1").contains("cannot find my config");
    }
  }

  @Test
  void a_job_that_ends_well_is_a_success_for_the_caller_who_waits() {
    try (var scenario = Scenario.of("services:\n  job: {image: busybox, command: \"true\"}\n")) {
      scenario.fermata("up", "--wait").mustSucceed();
      scenario.fermata("up", "--wait").mustSucceed();
    }
  }

  @Test
  void the_deadline_of_the_caller_is_named_when_it_is_hit() {
    try (var scenario =
        Scenario.of(
            """
            services:
              db:
                image: busybox
                init: true
                command: sleep 1000
                stop_grace_period: 1s
                healthcheck: {test: "false", interval: 30s, retries: 5}
            """)) {
      var up = scenario.fermata("up", "--wait", "--wait-timeout", "2").mustFail();

      assertThat(up.err()).contains("deadline of 2").contains("db");
      assertThat(up.took()).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void attached_up_ends_with_a_report_of_who_ended_and_why() {
    try (var scenario = Scenario.of(EXITS)) {
      var up = scenario.fermata("up");

      assertThat(up.out()).contains("cannot find my config");
      assertThat(up.all()).contains("exited with code 1");
    }
  }
}
