package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --wait-timeout} bounds every wait, whether or not the caller waits as well. */
class WaitTimeoutTest {
  private static final String COMPOSE =
      """
      name: shop
      services:
        db: {image: busybox, healthcheck: {test: [CMD, "false"], interval: 1h}}
        web: {image: busybox, depends_on: {db: {condition: service_healthy}}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"up -d --wait-timeout 1", "up -d --wait --wait-timeout 1", "up --wait-timeout 1"})
  void a_dependency_that_never_gets_healthy_ends_it(String args) {
    var engine = new FakeEngine().withImages("busybox");
    engine.onExec(
        "db",
        (container, request) ->
            new ExecResult(OptionalInt.of(1), "not yet", Duration.ofMillis(10)));
    InProcess.Result result =
        new InProcess(folder, engine).file("compose.yaml", COMPOSE).run(args.split(" "));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("timeout waiting for dependencies")
        .contains("not started: condition \"service_healthy\" of service \"db\" not met: web");
    assertThat(engine.container("shop-web-1").isRunning()).isFalse();
  }
}
