package dev.fermata.runner.docker.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {
  private static ContainerDetail detail(String state, String health) throws IOException {
    return Inspection.container(
        Json.parse(
            """
            {"Id": "c1", "Name": "/shop-db-1",
             "State": {"Status": "%s", "Health": {"Status": "%s"}},
             "Config": {"Image": "i", "Healthcheck": {"Test": ["CMD", "ready"]}}}
            """
                .formatted(state, health)),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"stopping,stopping", "initialized,initialized", "'',unknown"})
  void a_state_that_the_api_does_not_define_is_a_value(String told, String text)
      throws IOException {
    assertThat(detail(told, "starting").state()).isEqualTo(new ContainerState.Unknown(text));
  }

  @Test
  void the_age_is_by_the_engines_clock_alone() throws IOException {
    String running = "{\"State\": {\"StartedAt\": \"2026-01-01T12:00:00.5Z\"}}";
    Optional<Instant> told = Optional.of(Instant.parse("2026-01-01T12:00:09Z"));

    assertThat(Inspection.container(Json.parse(running), told).age())
        .isEqualTo(Duration.ofMillis(8500));
    assertThat(Inspection.container(Json.parse(running), Optional.empty()).age()).isZero();
    assertThat(Inspection.container(Json.parse("{}"), told).age()).isZero();
  }

  @Test
  void a_state_that_the_api_defines_is_known_by_its_name() throws IOException {
    assertThat(detail("restarting", "").state()).isEqualTo(ContainerState.RESTARTING);
  }

  @ParameterizedTest
  @CsvSource({"healthy,healthy", "'',starting", "none,starting", "resting,resting"})
  void so_is_a_verdict(String told, String text) throws IOException {
    HealthState verdict = detail("running", told).health().map(HealthDetail::state).orElseThrow();

    assertThat(verdict).isEqualTo(HealthState.of(text));
    assertThat(verdict.text()).isEqualTo(text);
  }
}
