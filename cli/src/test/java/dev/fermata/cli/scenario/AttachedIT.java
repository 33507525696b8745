package dev.fermata.cli.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** Attached `up` must end when it should, with the code that it should. */
class AttachedIT {
  private static final String JOB_AND_TESTS =
      """
      services:
        migrate:
          image: busybox
          command: sh -c "exit ${MIGRATE:-0}"
        db: {image: busybox, init: true, command: sleep 1000}
        tests:
          image: busybox
          command: sh -c "echo testing; exit 5"
          depends_on: {migrate: {condition: service_completed_successfully}}
      """;
  private static final String QUIET =
      """
      services:
        quiet:
          image: busybox
          init: true
          command: sh -c "sleep 2; exit 3"
          logging: {driver: none}
        loud: {image: busybox, init: true, command: sh -c "echo hello; exec sleep 1000"}
      """;

  @Test
  void the_end_of_a_job_that_somebody_waits_for_must_abort_nothing() {
    try (var scenario = Scenario.of(JOB_AND_TESTS)) {
      var from = scenario.fermata("up", "--exit-code-from", "tests");
      var exit = scenario.fermata("up", "--force-recreate", "--abort-on-container-exit");

      assertThat(from.exitCode()).as(from.all()).isEqualTo(5);
      assertThat(exit.exitCode()).as(exit.all()).isEqualTo(5);
      assertThat(from.all()).contains("testing").contains("Aborting on container exit...");
      assertThat(scenario.containers()).contains(scenario.project() + "-db-1 exited");
    }
  }

  @Test
  void a_job_that_fails_must_stop_all_and_never_be_a_success() {
    try (var scenario = Scenario.of(JOB_AND_TESTS).with("MIGRATE", "4")) {
      var up = scenario.fermata("up", "--exit-code-from", "tests");

      assertThat(up.exitCode()).as(up.all()).isEqualTo(4);
      assertThat(scenario.containers())
          .containsExactly(
              scenario.project() + "-db-1 exited",
              scenario.project() + "-migrate-1 exited",
              scenario.project() + "-tests-1 created");
    }
  }

  @Test
  void the_end_of_a_container_without_lines_must_be_noticed() {
    try (var scenario = Scenario.of(QUIET)) {
      var up = scenario.fermata("up", "--exit-code-from", "quiet");

      assertThat(up.exitCode()).as(up.all()).isEqualTo(3);
      assertThat(up.all()).contains("no lines of `" + scenario.project() + "-quiet-1` are shown");
    }
  }

  @Test
  void logs_must_be_those_that_there_are_with_the_others_named() {
    try (var scenario = Scenario.of(QUIET)) {
      scenario.fermata("up", "-d").mustSucceed();
      await().atMost(20, SECONDS).until(() -> scenario.fermata("logs").out().contains("hello"));

      var logs = scenario.fermata("logs").mustSucceed();

      assertThat(logs.err()).contains(scenario.project() + "-quiet-1");
    }
  }

  @Test
  void what_up_recreates_must_not_count_as_an_end() {
    try (var scenario =
        Scenario.of(
            """
            services:
              web:
                image: busybox
                init: true
                command: sh -c "sleep ${TIME:-1000}; exit 6"
            """)) {
      scenario.fermata("up", "-d").mustSucceed();

      var up = scenario.with("TIME", "1").fermata("up", "--abort-on-container-exit");

      assertThat(up.exitCode()).as(up.all()).isEqualTo(6);
    }
  }

  @Test
  void a_second_run_must_show_none_of_the_first_ones_lines() {
    try (var scenario =
        Scenario.of(
            """
            services:
              job: {image: busybox, command: sh -c "cat /proc/uptime"}
            """)) {
      var first = scenario.fermata("up").mustSucceed();

      var second = scenario.fermata("up").mustSucceed();

      assertThat(first.out().lines()).hasSize(3).startsWith("Attaching to job-1");
      assertThat(second.out().lines())
          .hasSize(3)
          .doesNotContain(first.out().lines().toList().get(1));
    }
  }
}
