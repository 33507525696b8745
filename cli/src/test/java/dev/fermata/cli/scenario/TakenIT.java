package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a stranger holds must be told before anything is made, and only what he holds. */
class TakenIT {
  private static final String STACK =
      """
      services:
        web:
          image: busybox
          command: sleep 1000
          stop_grace_period: 0s
          ports: ["%s"]
      """;

  @Test
  void a_port_of_a_stranger_is_refused_and_the_same_number_elsewhere_is_not() {
    try (var stranger = Scenario.of(STACK.formatted("127.0.0.1:38471:80"));
        var scenario = Scenario.of(STACK.formatted("127.0.0.1:38471:80"))) {
      stranger.fermata("up", "-d").mustSucceed();

      var refused = scenario.fermata("up", "-d");

      assertThat(refused.all())
          .contains("cannot publish port `127.0.0.1:38471`: it is already allocated")
          .contains(stranger.project() + "-web-1");
      assertThat(scenario.containers()).isEmpty();
      assertThat(scenario.networks()).isEmpty();

      for (String free : new String[] {"127.0.0.1:38471:80/udp", "127.0.0.2:38471:80", "80"}) {
        scenario.write("compose.yaml", STACK.formatted(free));
        scenario.fermata("up", "-d").mustSucceed();
      }
    }
  }

  @Test
  void a_port_that_moves_from_one_service_to_another_is_free_in_time() {
    String two =
        STACK + "  api:\n    image: busybox\n    command: sleep 1000\n    ports: [\"%s\"]\n";
    try (var scenario = Scenario.of(two.formatted("38472:80", "38473:80"))) {
      scenario.fermata("up", "-d").mustSucceed();

      scenario.write("compose.yaml", two.formatted("38473:80", "38474:80"));
      scenario.fermata("up", "-d").mustSucceed();

      assertThat(scenario.docker("port", scenario.project() + "-web-1")).contains(":38473");
    }
  }
}
