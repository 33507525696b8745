package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Gates must open when a service is ready, not at the engine's next tick. */
@Isolated("it measures times")
class ChainIT {

  @Test
  void five_gated_services_with_the_usual_intervals_are_up_within_nine_seconds() {
    var services = new StringBuilder("services:\n");
    for (int i = 1; i <= 5; i++) {
      services.append(
          """
            s%d:
              image: busybox
              init: true
              command: sh -c "sleep 1; touch /ready; exec sleep 1000"
              stop_grace_period: 1s
              healthcheck: {test: [CMD, test, -f, /ready], interval: 30s, timeout: 30s, retries: 3}
          """
              .formatted(i)
              .indent(0));
      if (i > 1) {
        services.append("    depends_on: {s%d: {condition: service_healthy}}\n".formatted(i - 1));
      }
    }
    try (var scenario = Scenario.of(services.toString())) {
      var up = scenario.fermata("up", "-d").mustSucceed();

      assertThat(up.took()).isLessThan(Duration.ofSeconds(9));
      assertThat(scenario.containers()).hasSize(5).allMatch(line -> line.endsWith(" running"));
    }
  }

  @Test
  void a_plain_dependency_with_a_healthcheck_in_its_image_is_awaited_too() {
    try (var scenario =
        Scenario.of(
                """
                services:
                  checked:
                    build: .
                    init: true
                    command: sh -c "sleep 1; touch /ready; exec sleep 1000"
                    stop_grace_period: 1s
                  web:
                    image: busybox
                    init: true
                    command: sleep 1000
                    stop_grace_period: 1s
                    depends_on: [checked]
                """)
            .write("Dockerfile", "FROM busybox\nHEALTHCHECK CMD test -f /ready\n")) {
      scenario.fermata("up", "-d").mustSucceed();

      assertThat(scenario.startedAfter("web", "checked")).isGreaterThan(Duration.ofMillis(900));
      scenario.fermata("down", "--rmi", "local").mustSucceed();
      assertThat(scenario.docker("images", "-q", scenario.project() + "-checked")).isEmpty();
    }
  }
}
