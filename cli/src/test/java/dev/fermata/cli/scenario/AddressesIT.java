package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Engines keep no address free for who is to have it, and refuse the start that comes too late. */
class AddressesIT {
  private static final String BY_CHANCE =
      """
      services:
        chance: {image: busybox, command: sleep 1000, init: true}
      networks:
        default: {ipam: {config: [{subnet: 10.96.8.0/24}]}}
      """;
  private static final String BOTH =
      BY_CHANCE.replace(
          "networks:\n",
          """
            fixed:
              image: busybox
              command: sleep 1000
              init: true
              networks: {default: {ipv4_address: 10.96.8.2}}
          networks:
          """);

  private static String address(Scenario scenario, String service) {
    return scenario
        .docker(
            "inspect",
            "--format",
            "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
            scenario.project() + "-" + service + "-1")
        .strip();
  }

  @Test
  void who_has_a_fixed_address_gets_it_before_others_start() {
    try (var scenario = Scenario.of(BOTH)) {
      scenario.fermata("up", "-d").mustSucceed();
      assertThat(address(scenario, "fixed")).isEqualTo("10.96.8.2");
      scenario.fermata("restart", "-t", "0").mustSucceed();
      assertThat(address(scenario, "fixed")).isEqualTo("10.96.8.2");
      scenario.fermata("stop", "-t", "0").mustSucceed();
      scenario.fermata("start").mustSucceed();
      assertThat(address(scenario, "fixed")).isEqualTo("10.96.8.2");
    }
  }

  @Test
  void who_has_it_by_chance_gets_another_one_and_runs_on() {
    try (var scenario = Scenario.of(BY_CHANCE)) {
      scenario.fermata("up", "-d").mustSucceed();
      assertThat(address(scenario, "chance")).isEqualTo("10.96.8.2");
      String id = scenario.docker("inspect", "-f", "{{.Id}}", scenario.project() + "-chance-1");

      scenario.write("compose.yaml", BOTH);
      CommandRun alone = scenario.fermata("up", "-d", "fixed");
      assertThat(alone.exitCode()).isEqualTo(1);
      assertThat(alone.err())
          .contains("service `fixed` cannot have the address `10.96.8.2`")
          .contains("name `chance` as well");

      scenario.fermata("up", "-d").mustSucceed();
      assertThat(address(scenario, "fixed")).isEqualTo("10.96.8.2");
      assertThat(address(scenario, "chance")).startsWith("10.96.8.").isNotEqualTo("10.96.8.2");
      assertThat(scenario.docker("inspect", "-f", "{{.Id}}", scenario.project() + "-chance-1"))
          .isEqualTo(id);
      assertThat(scenario.fermata("up", "-d").mustSucceed().err()).contains("nothing to do");
    }
  }
}
