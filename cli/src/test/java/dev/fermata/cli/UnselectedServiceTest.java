package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no container can be made of hinders those who want one of it, and nobody else. */
class UnselectedServiceTest {
  private static final String COMPOSE =
      """
      name: shop
      services:
        blue: {image: busybox, container_name: front}
        green: {image: busybox, container_name: front}
        late: {image: busybox, healthcheck: {test: [CMD, "true"], start_interval: 1s}}
      """;

  @TempDir private Path folder;

  private InProcess.Result run(String... args) {
    var engine = new FakeEngine().withImages("busybox");
    return new InProcess(folder, engine).file("compose.yaml", COMPOSE).run(args);
  }

  @Test
  void two_services_that_share_a_name_come_up_one_at_a_time() {
    assertThat(run("up", "-d", "blue").code()).isZero();
    assertThat(run("up", "-d", "green").code()).isZero();
    assertThat(run("up", "-d", "blue", "green").err())
        .startsWith(
            "compose.yaml:4:3: error: container name \"front\" is already in use by service `blue`");
  }

  @Test
  void a_healthcheck_that_no_engine_takes_matters_where_it_is_asked_for() {
    assertThat(run("up", "-d", "late").err())
        .contains("error: healthcheck.start_interval requires healthcheck.start_period to be set");
  }
}
