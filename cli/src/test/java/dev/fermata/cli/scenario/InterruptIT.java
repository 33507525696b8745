package dev.fermata.cli.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;

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

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }
}
