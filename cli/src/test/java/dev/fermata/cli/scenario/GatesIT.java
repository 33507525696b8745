package dev.fermata.cli.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A gate's verdict is over a stretch of time, and an end is noticed when it happens. */
class GatesIT {
  private static final Duration READY_AFTER = Duration.ofMillis(1_400);

  private static final String SLOW =
      """
      services:
        db:
          image: busybox
          init: true
          command: sh -c "rm -f /ok; sleep 1.5; touch /ok; sleep 1000"
          stop_grace_period: 1s
          healthcheck: {test: test -f /ok, interval: 30s}
        web:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          depends_on: {db: {condition: service_healthy}}
      """;

  private static final String DIES =
      """
      services:
        db:
          image: busybox
          command: sh -c "sleep %s; exit 3"
          healthcheck: {test: %s, interval: 30s}
        web:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          depends_on: {db: {condition: service_healthy}}
      """;

  @Test
  void a_crash_loop_is_never_ready() {
    try (var scenario =
        Scenario.of(
            """
            services:
              app:
                image: busybox
                restart: always
                command: sh -c "echo cannot find my config; sleep 0.3; exit 7"
            """)) {
      var up = scenario.fermata("up", "-d", "--wait").mustFail();

      assertThat(up.err())
          .contains("`app` is restarting again and again")
          .containsPattern("\\d+ times")
          .contains("exit code 7")
          .contains("cannot find my config");
      assertThat(up.took()).isLessThan(Duration.ofMinutes(1));
    }
  }

  @Test
  void every_command_that_starts_waits_for_what_it_starts() {
    try (var scenario = Scenario.of(SLOW)) {
      scenario.fermata("create").mustSucceed();
      scenario.fermata("start").mustSucceed();
      assertThat(scenario.startedAfter("web", "db")).isGreaterThan(READY_AFTER);

      scenario.fermata("restart", "-t", "1").mustSucceed();
      assertThat(scenario.startedAfter("web", "db")).isGreaterThan(READY_AFTER);

      scenario.fermata("stop", "-t", "1").mustSucceed();
      scenario.fermata("scale", "web=1").mustSucceed();
      assertThat(scenario.startedAfter("web", "db")).isGreaterThan(READY_AFTER);

      scenario.fermata("stop", "-t", "1").mustSucceed();
      var run = scenario.fermata("run", "--rm", "web", "true").mustSucceed();
      assertThat(run.err()).contains("-db-1 Waiting (web waits)");
      assertThat(run.took()).isGreaterThan(READY_AFTER);
    }
  }

  @Test
  void one_that_passes_a_weak_check_once_and_dies_lets_nobody_start() {
    try (var scenario = Scenario.of(DIES.formatted("0.3", "\"true\""))) {
      var up = scenario.fermata("up", "-d").mustFail();

      assertThat(up.err()).contains("db-1 exited (3)").contains("not met: web");
    }
  }

  @Test
  void an_end_is_noticed_at_once_by_every_command_that_starts() {
    try (var scenario = Scenario.of(DIES.formatted("1", "\"false\""))) {
      scenario.fermata("up", "--no-start").mustSucceed();
      for (String command : new String[] {"start", "up -d", "restart"}) {
        var run = scenario.fermata(command.split(" ")).mustFail();

        assertThat(run.err()).contains("db-1 exited (3)");
        // Without events the next look is 5 s after the first one.
        assertThat(run.took()).as(command).isLessThan(Duration.ofSeconds(5));
      }
    }
  }

  @Test
  void a_wait_that_is_broken_off_says_what_was_ready_and_what_was_not() throws Exception {
    try (var scenario =
        Scenario.of(
            """
            services:
              cache: {image: busybox, init: true, command: sleep 1000, stop_grace_period: 1s}
              db:
                image: busybox
                init: true
                command: sleep 1000
                stop_grace_period: 1s
                healthcheck: {test: ["CMD-SHELL", "echo recovering; exit 3"], interval: 60s}
            """)) {
      Process up = scenario.start("up", "-d", "--wait");
      await().atMost(60, SECONDS).until(() -> scenario.written("err").contains("Ready"));

      new ProcessBuilder("kill", "-TERM", Long.toString(up.pid())).start().waitFor();

      assertThat(up.waitFor(30, SECONDS)).isTrue();
      assertThat(up.exitValue()).isEqualTo(130);
      assertThat(scenario.written("err"))
          .contains("`db` was not ready or completed when the wait was broken off")
          .contains("recovering")
          .contains("ready: cache");
    }
  }
}
