package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Containers that share things must follow the very container that they share them with. */
class JoinedIT {
  private static final String POD =
      """
      services:
        pause:
          image: busybox
          command: sleep 1000
          stop_grace_period: 0s
          environment: {A: one}
        app:
          image: busybox
          command: sleep 1000
          stop_grace_period: 0s
          network_mode: service:pause
        processes:
          image: busybox
          command: sleep 1000
          stop_grace_period: 0s
          pid: service:pause
      """;

  private static String address(Scenario scenario, String service) {
    return scenario.docker("exec", scenario.project() + "-" + service + "-1", "hostname", "-i");
  }

  @Test
  void a_partner_that_is_recreated_alone_must_not_leave_the_others_stuck() {
    try (var scenario = Scenario.of(POD)) {
      scenario.fermata("up", "-d").mustSucceed();
      scenario.write("compose.yaml", POD.replace("one", "two"));
      scenario.fermata("up", "-d", "pause").mustSucceed();

      assertThat(scenario.fermata("up", "-d").mustSucceed().all())
          .contains("follows pause (network_mode)")
          .contains("follows pause (pid)");

      assertThat(address(scenario, "app")).isEqualTo(address(scenario, "pause"));
      assertThat(scenario.fermata("up", "-d").mustSucceed().all()).contains("nothing to do");
    }
  }

  @Test
  void who_shares_the_network_of_one_that_starts_again_must_be_in_its_new_network() {
    try (var scenario = Scenario.of(POD)) {
      scenario.fermata("up", "-d", "app").mustSucceed();
      scenario.docker("kill", scenario.project() + "-pause-1");

      scenario.fermata("up", "-d", "app").mustSucceed();

      assertThat(address(scenario, "app")).isEqualTo(address(scenario, "pause"));
    }
  }
}
