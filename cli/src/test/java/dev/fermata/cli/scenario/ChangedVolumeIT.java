package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A changed volume must be made anew on a yes, alone, and never without one. */
class ChangedVolumeIT {
  private static final String STACK =
      """
      services:
        db:
          image: busybox
          command: sleep 1000
          stop_grace_period: 0s
          volumes: [data:/data, other:/other]
      volumes:
        data: {labels: {v: one}}
        other: {}
      """;

  @Test
  void its_content_goes_with_a_yes_and_that_of_others_stays() {
    try (var scenario = Scenario.of(STACK)) {
      scenario.fermata("up", "-d").mustSucceed();
      String db = scenario.project() + "-db-1";
      scenario.docker("exec", db, "touch", "/data/mine", "/other/mine");
      scenario.write("compose.yaml", STACK.replace("one", "two"));

      assertThat(scenario.fermata("up", "-d").all()).contains("Recreate (data will be lost)?");
      assertThat(scenario.docker("exec", db, "ls", "/data", "/other")).contains("mine");

      scenario.fermata("up", "-d", "--yes").mustSucceed();

      assertThat(scenario.docker("exec", db, "ls", "/data")).isBlank();
      assertThat(scenario.docker("exec", db, "ls", "/other")).contains("mine");
    }
  }
}
