package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Killed at any moment, the next {@code up} must converge: no debris, no volume lost. */
@Execution(ExecutionMode.CONCURRENT)
class KillIT {
  private static final int ROUNDS = 20;
  private static final String STACK =
      """
      services:
        db:
          image: busybox
          init: true
          command: sh -c "touch /ready; exec sleep 1000"
          stop_grace_period: 1s
          environment: {VERSION: "${VERSION}"}
          healthcheck: {test: [CMD, test, -f, /ready]}
          volumes: [data:/data, /scratch]
        job:
          image: busybox
          command: "true"
          environment: {VERSION: "${VERSION}"}
          depends_on: {db: {condition: service_healthy}}
        web:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          environment: {VERSION: "${VERSION}"}
          depends_on:
            db: {condition: service_healthy}
            job: {condition: service_completed_successfully}
          deploy: {replicas: 2}
          configs: [greeting]
      volumes: {data: {}}
      configs:
        greeting: {content: hello}
      """;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void a_first_up_that_was_killed_is_finished_by_the_next() throws Exception {
    try (var scenario = Scenario.of(STACK).with("VERSION", "1")) {
      long whole = scenario.fermata("up", "-d").mustSucceed().took().toMillis();
      for (int round = 1; round <= ROUNDS; round++) {
        scenario.fermata("down", "-v").mustSucceed();
        assertThat(leftovers(scenario)).as(label(round)).isEmpty();
        kill(scenario.start("up", "-d"), whole);

        scenario.fermata("up", "-d").mustSucceed();

        mustBeWhole(scenario, round);
      }
    }
  }

  @Test
  void a_recreating_up_that_was_killed_is_finished_by_the_next_and_no_volume_is_lost()
      throws Exception {
    try (var scenario = Scenario.of(STACK).with("VERSION", "0")) {
      scenario.fermata("up", "-d").mustSucceed();
      String db = scenario.project() + "-db-1";
      scenario.docker("exec", db, "sh", "-c", "echo kept > /data/file; echo kept > /scratch/file");
      long whole =
          scenario.with("VERSION", "00").fermata("up", "-d").mustSucceed().took().toMillis();
      for (int round = 1; round <= ROUNDS; round++) {
        scenario.with("VERSION", "v" + round);
        kill(scenario.start("up", "-d"), whole);

        scenario.fermata("up", "-d").mustSucceed();

        mustBeWhole(scenario, round);
        assertThat(scenario.docker("exec", db, "cat", "/data/file", "/scratch/file"))
            .as(label(round))
            .isEqualTo("kept\nkept");
        assertThat(scenario.docker("exec", db, "sh", "-c", "echo $VERSION")).isEqualTo("v" + round);
      }
    }
  }

  private void kill(Process process, long within) throws InterruptedException {
    if (!process.waitFor(random.nextLong(within), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    process.waitFor();
  }

  private void mustBeWhole(Scenario scenario, int round) {
    String p = scenario.project();
    assertThat(scenario.containers())
        .as(label(round))
        .containsExactly(
            p + "-db-1 running", p + "-job-1 exited", p + "-web-1 running", p + "-web-2 running");
    assertThat(scenario.networks()).as(label(round)).containsExactly(p + "_default");
    assertThat(scenario.volumes()).as(label(round)).containsExactly(p + "_data");
    assertThat(scenario.docker("exec", p + "-web-2", "cat", "/greeting"))
        .as(label(round))
        .isEqualTo("hello");
  }

  private static List<String> leftovers(Scenario scenario) {
    var all = new ArrayList<>(scenario.containers());
    all.addAll(scenario.networks());
    all.addAll(scenario.volumes());
    return all;
  }

  private String label(int round) {
    return "round " + round + ", seed " + seed;
  }
}
