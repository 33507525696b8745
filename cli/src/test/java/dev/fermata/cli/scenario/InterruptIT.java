package dev.fermata.cli.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C once must stop gracefully, twice must kill. */
class InterruptIT {
  private static final String STUBBORN =
      """
      services:
        app:
          image: busybox
          command: sh -c "trap '' TERM; echo here; while true; do sleep 1; done"
          stop_grace_period: 60s
      """;
  private static final String MEEK =
      """
      services:
        app:
          image: busybox
          init: true
          command: sh -c "echo here; exec sleep 1000"
      """;

  private static final String BUILT =
      """
      services:
        app:
          build: .
          image: $TAG
      """;

  @Test
  void once_stops_the_project_and_exits_with_130() throws Exception {
    try (var scenario = Scenario.of(MEEK)) {
      Process up = scenario.start("up");
      await().atMost(60, SECONDS).until(() -> scenario.written("out").contains("here"));

      interrupt(up);

      assertThat(up.waitFor(60, SECONDS)).isTrue();
      assertThat(up.exitValue()).isEqualTo(130);
      assertThat(scenario.containers()).containsExactly(scenario.project() + "-app-1 exited");
    }
  }

  @Test
  void twice_kills_what_does_not_stop() throws Exception {
    try (var scenario = Scenario.of(STUBBORN)) {
      Process up = scenario.start("up");
      await().atMost(60, SECONDS).until(() -> scenario.written("out").contains("here"));

      interrupt(up);
      await().atMost(30, SECONDS).until(() -> scenario.written("err").contains("again"));
      interrupt(up);

      assertThat(up.waitFor(30, SECONDS)).isTrue();
      assertThat(up.exitValue()).isEqualTo(130);
      assertThat(scenario.containers()).containsExactly(scenario.project() + "-app-1 exited");
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, build", "TERM, build", "INT, up", "TERM, up"})
  void the_first_signal_ends_a_build_and_leaves_no_image(String signal, String command)
      throws Exception {
    try (var scenario = Scenario.of(BUILT)) {
      String tag = "fermata-it/" + scenario.project() + ":1";
      scenario
          .with("TAG", tag)
          .write("Dockerfile", "FROM busybox\nRUN : " + tag + "; sleep 60; true\n");
      Process building = scenario.start(command);
      await().atMost(60, SECONDS).until(() -> isBuilding(scenario, tag));

      send(signal, building);

      assertThat(building.waitFor(2, SECONDS)).isTrue();
      assertThat(building.exitValue()).isEqualTo(130);
      await().atMost(20, SECONDS).until(() -> !isBuilding(scenario, tag));
      assertThat(scenario.docker("images", "-q", tag)).isEmpty();
      assertThat(scenario.containers()).isEmpty();
    }
  }

  /** Nobody is there any more whom its image could serve. */
  @Test
  void a_build_ends_with_a_program_that_is_killed() throws Exception {
    try (var scenario = Scenario.of(BUILT)) {
      String tag = "fermata-it/" + scenario.project() + ":1";
      scenario
          .with("TAG", tag)
          .write("Dockerfile", "FROM busybox\nRUN : " + tag + "; sleep 60; true\n");
      Process building = scenario.start("build");
      await().atMost(60, SECONDS).until(() -> isBuilding(scenario, tag));

      send("KILL", building);

      await().atMost(20, SECONDS).until(() -> !isBuilding(scenario, tag));
      assertThat(scenario.docker("images", "-q", tag)).isEmpty();
    }
  }

  /**
   * A step is no container that the engine lists, but a process of its machine: the shell, as long
   * as it has more to do than its last command.
   */
  private static boolean isBuilding(Scenario scenario, String tag) {
    return scenario
        .docker("run", "--rm", "--pid=host", "busybox", "ps", "-o", "args")
        .lines()
        .anyMatch(line -> line.startsWith("/bin/sh -c : " + tag));
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    send("INT", process);
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }
}
