package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final String ALONE = POD.substring(0, POD.indexOf("  app:"));

  private static String guestOf(String container) {
    return """
    services:
      app:
        image: busybox
        command: sleep 1000
        stop_grace_period: 0s
        network_mode: container:%s
    """
        .formatted(container);
  }

  /** Fails where the interface is gone; the name alone is still told by {@code /etc/hosts}. */
  private static String address(Scenario scenario, String service) {
    String container = scenario.project() + "-" + service + "-1";
    return scenario.docker("exec", container, "ip", "-o", "addr", "show", "eth0");
  }

  @Test
  void a_partner_that_is_recreated_alone_must_not_leave_the_others_stuck() {
    try (var scenario = Scenario.of(POD)) {
      scenario.fermata("up", "-d").mustSucceed();
      scenario.write("compose.yaml", ALONE.replace("one", "two"));
      scenario.fermata("up", "-d").mustSucceed();
      scenario.write("compose.yaml", POD.replace("one", "two"));

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

  @ParameterizedTest
  @ValueSource(strings = {"up -d", "up -d app", "up -d --wait", "start", "start app"})
  void who_shares_the_network_of_one_that_others_restarted_must_be_in_its_new_network(
      String command) {
    try (var scenario = Scenario.of(POD)) {
      scenario.fermata("up", "-d", "app").mustSucceed();
      scenario.docker("restart", "-t", "0", scenario.project() + "-pause-1");

      scenario.fermata(command.split(" ")).mustSucceed();

      assertThat(address(scenario, "app")).isEqualTo(address(scenario, "pause"));
      assertThat(scenario.fermata("up", "-d", "app").mustSucceed().all()).contains("nothing to do");
    }
  }

  @Test
  void who_shares_the_network_of_a_changed_one_must_be_taken_along_though_not_named() {
    try (var scenario = Scenario.of(POD)) {
      scenario.fermata("up", "-d").mustSucceed();
      scenario.write("compose.yaml", POD.replace("one", "two"));

      scenario.fermata("up", "-d", "pause").mustSucceed();

      assertThat(address(scenario, "app")).isEqualTo(address(scenario, "pause"));
      assertThat(scenario.fermata("up", "-d").mustSucceed().all()).contains("nothing to do");
    }
  }

  @Test
  void who_shares_the_network_of_a_container_of_others_must_be_in_its_new_network() {
    try (var owner = Scenario.of(ALONE)) {
      owner.fermata("up", "-d").mustSucceed();
      try (var guest = Scenario.of(guestOf(owner.project() + "-pause-1"))) {
        guest.fermata("up", "-d").mustSucceed();
        owner.docker("restart", "-t", "0", owner.project() + "-pause-1");

        assertThat(guest.fermata("up", "-d").mustSucceed().all())
            .contains(owner.project() + "-pause-1 has started again since");

        assertThat(address(guest, "app")).isEqualTo(address(owner, "pause"));
      }
    }
  }
}
