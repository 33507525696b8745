package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Services that say what makes them ready, in images that bring no check. Wherever this runs, be it
 * on the networks of the engine or not, somebody can be asked: a port that is listened at, or a
 * program of the image.
 */
class ReadyIT {
  private static final String USUAL =
      """
      services:
        db:
          image: postgres:17
          environment: {POSTGRES_PASSWORD: secret}
          x-ready: postgres
        cache:
          image: redis:7
          x-ready: {redis: , stable_for: 200ms}
        web:
          image: nginx:alpine
          x-ready: {http: {port: 80, status: 200, body: /welcome to nginx/i}}
        app:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          depends_on:
            db: {condition: service_healthy}
            cache: {condition: service_healthy}
            web: {condition: service_healthy}
      """;

  private static final String SLOW =
      """
      services:
        echo:
          image: busybox
          init: true
          command: sh -c "sleep 1; echo listening now; while true; do nc -l -p 7000 -e cat; done"
          stop_grace_period: 1s
          %s
        app:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          depends_on: {echo: {condition: service_healthy}}
      """;

  @Test
  void usual_servers_are_awaited_without_a_healthcheck() {
    try (var scenario = Scenario.of(USUAL)) {
      scenario.fermata("up", "-d").mustSucceed();

      assertThat(scenario.startedAfter("app", "db")).isPositive();
      assertThat(scenario.fermata("up", "-d").mustSucceed().err()).doesNotContain("Waiting");
      assertThat(scenario.fermata("graph").mustSucceed().out())
          .contains("db: healthy by postgres")
          .contains("cache: healthy by redis, stable for 0.2 s");
    }
  }

  @Test
  void a_port_is_awaited_that_is_not_published() {
    waits("x-ready: {tcp: 7000}");
  }

  @Test
  void a_line_of_the_log_is_awaited() {
    waits("x-ready: {any: [{log: /^listening/}, {tcp: 7001}]}");
  }

  @Test
  void labels_say_it_as_well() {
    waits("labels: {fermata.ready.log: listening}");
  }

  private static void waits(String readiness) {
    try (var scenario = Scenario.of(SLOW.formatted(readiness))) {
      scenario.fermata("up", "-d").mustSucceed();

      assertThat(scenario.startedAfter("app", "echo")).isGreaterThan(Duration.ofMillis(900));
    }
  }

  @Test
  void what_is_never_so_is_told_with_what_was_answered() {
    try (var scenario = Scenario.of(SLOW.formatted("x-ready: {tcp: 7001}"))) {
      var up = scenario.fermata("up", "-d", "--wait", "--wait-timeout", "3").mustFail();

      assertThat(up.err()).contains("check: tcp 7001 -> not ready");
    }
  }
}
