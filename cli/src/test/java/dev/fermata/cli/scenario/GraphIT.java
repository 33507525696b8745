package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** After a run its picture must say which gates it waited for longest. */
@Isolated("it measures times")
class GraphIT {

  @Test
  void the_gates_that_held_a_run_back_are_marked() {
    try (var scenario =
        Scenario.of(
            """
            services:
              web:
                image: busybox
                init: true
                command: sleep 1000
                stop_grace_period: 1s
                depends_on:
                  migrate: {condition: service_completed_successfully}
                  cache: {condition: service_healthy}
              migrate:
                image: busybox
                command: sleep 1
                depends_on: {db: {condition: service_healthy}}
              db:
                image: busybox
                init: true
                command: sh -c "sleep 2; touch /ready; exec sleep 1000"
                stop_grace_period: 1s
                healthcheck: {test: [CMD, test, -f, /ready], interval: 30s}
              cache:
                image: busybox
                init: true
                command: sh -c "touch /ready; exec sleep 1000"
                stop_grace_period: 1s
                healthcheck: {test: [CMD, test, -f, /ready], interval: 30s}
            """)) {
      assertThat(scenario.fermata("graph").mustSucceed().out()).doesNotContain("after", "*");
      scenario.fermata("up", "-d").mustSucceed();

      assertThat(scenario.fermata("graph").mustSucceed().out())
          .containsPattern("db: healthy after [2-9]\\.\\ds \\*")
          .containsPattern("migrate: completed after [1-9]\\.\\ds \\*")
          .doesNotContainPattern("cache: .*\\*");
    }
  }
}
