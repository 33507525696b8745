package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.docker.transport.Address;
import dev.fermata.runner.testing.Relay;
import org.junit.jupiter.api.Test;

/** A second {@code up} must find that nothing is to do, cheaply, and say so. */
class NoOpIT {
  private static final String STACK =
      """
      services:
        db:
          image: busybox
          init: true
          command: [sleep, "1000"]
          volumes: [data:/data, /cache]
          environment: {B: "2", A: "1"}
          healthcheck: {test: "true", interval: 30s}
          networks: [back]
        web:
          image: busybox
          init: true
          command: sleep 1000
          depends_on: [db]
          networks: [front, back]
          configs: [greeting]
          deploy: {replicas: 2}
      networks: {front: {}, back: {}}
      volumes: {data: {}}
      configs:
        greeting: {content: hello}
      """;

  private static Address engine() {
    return EngineLocation.find(System.getenv(), ClientConfig.of(System.getenv())).address();
  }

  @Test
  void a_second_up_changes_nothing_runs_no_probe_and_says_so_in_one_line() {
    try (var scenario = Scenario.of(STACK);
        var relay = Relay.before(engine())) {
      scenario.fermata("up", "-d").mustSucceed();
      var before = scenario.ids();

      var second = scenario.with("DOCKER_HOST", relay.address()).fermata("up", "-d").mustSucceed();

      assertThat(relay.requests())
          .isNotEmpty()
          .allMatch(request -> request.startsWith("GET ") || request.startsWith("HEAD "))
          .noneMatch(request -> request.contains("/exec"))
          .hasSizeLessThanOrEqualTo(6);
      assertThat(second.out() + second.err()).contains("nothing to do").hasLineCount(1);
      assertThat(scenario.ids()).isEqualTo(before);
    }
  }

  @Test
  void however_it_is_called_an_unchanged_project_is_left_alone() {
    try (var scenario = Scenario.of(STACK)) {
      scenario.fermata("up", "-d").mustSucceed();

      for (String[] call :
          new String[][] {
            {"up", "-d", "web"},
            {"up", "-d", "--no-deps", "web"},
            {"-f", "compose.yaml", "up", "-d"}
          }) {
        var run = scenario.fermata(call).mustSucceed();
        assertThat(run.all()).as(String.join(" ", call)).contains("nothing to do");
      }
      scenario.fermata("down", "-v").mustSucceed();
      assertThat(scenario.containers()).isEmpty();
      assertThat(scenario.networks()).isEmpty();
      assertThat(scenario.volumes()).isEmpty();
    }
  }
}
