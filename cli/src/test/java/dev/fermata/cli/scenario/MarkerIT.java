package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A secret must be found nowhere but in the container's own environment and files. */
class MarkerIT {
  private static final String MARKER = "m4rk3r-9f1c";
  private static final String STACK =
      """
      services:
        db:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          environment: {DB_PASSWORD: "${MARKER}", MODE: "${MODE}"}
          secrets: [token]
          healthcheck: {test: ["CMD", "sh", "-c", "test $$MODE != broken"], interval: 1s, retries: 1}
        web:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          depends_on: {db: {condition: service_healthy}}
      secrets:
        token: {environment: MARKER}
      """;

  @Test
  void a_password_and_a_secret_show_in_no_output_label_or_event() {
    long begin = Instant.now().getEpochSecond();
    try (var scenario = Scenario.of(STACK).with("MARKER", MARKER).with("MODE", "good")) {
      var said = new StringBuilder();
      said.append(scenario.fermata("plan").mustSucceed().all());
      said.append(scenario.fermata("plan", "--json").mustSucceed().all());
      said.append(scenario.fermata("--progress", "json", "up", "-d").mustSucceed().all());
      said.append(scenario.with("MARKER", MARKER + "2").fermata("plan").mustSucceed().all());
      said.append(scenario.fermata("--dry-run", "up", "-d").mustSucceed().all());
      said.append(scenario.fermata("up", "-d").mustSucceed().all());
      said.append(scenario.with("MODE", "broken").fermata("up", "--wait").mustFail().all());
      said.append(scenario.fermata("ps", "-a", "--format", "json").mustSucceed().all());
      said.append(scenario.fermata("logs").mustSucceed().all());
      String db = scenario.project() + "-db-1";
      said.append(scenario.docker("inspect", "-f", "{{json .Config.Labels}}", db));

      assertThat(scenario.docker("inspect", "-f", "{{json .Config.Env}}", db)).contains(MARKER);
      assertThat(scenario.docker("exec", db, "cat", "/run/secrets/token")).contains(MARKER);

      said.append(scenario.fermata("down", "-v").mustSucceed().all());
      String until = String.valueOf(Instant.now().getEpochSecond() + 1);
      said.append(scenario.docker("events", "--since", begin + "", "--until", until));
      assertThat(said.toString()).contains("environment.DB_PASSWORD").doesNotContain(MARKER);
    }
  }
}
