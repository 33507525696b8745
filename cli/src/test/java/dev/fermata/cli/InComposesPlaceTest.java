package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts that call {@code docker-compose} rely on, where that is us. */
class InComposesPlaceTest {
  private static final String COMPOSE =
      """
      name: shop
      services:
        migrate: {image: busybox}
        web:
          image: busybox
          depends_on: {migrate: {condition: service_completed_successfully}}
      """;

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;

  private InProcess.Result run(String... args) {
    return new InProcess(folder, engine)
        .calledAs("docker-compose")
        .file("compose.yaml", COMPOSE)
        .run(args);
  }

  @Test
  void a_dry_run_tells_each_change_as_if_it_were_made() {
    assertThat(run("--dry-run", "up", "-d").err())
        .contains(" Container shop-web-1 Created\n", " Container shop-web-1 Started\n");
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void one_that_nobody_could_be_attached_to_starts_nothing() {
    assertThat(run("--dry-run", "up").err())
        .contains(" Container shop-web-1 Created\n")
        .doesNotContain("shop-web-1 Start");
  }

  @Test
  void the_end_of_any_container_aborts_where_that_is_asked_for() {
    engine.onStart("migrate", container -> container.exit(0));

    InProcess.Result result = run("up", "--abort-on-container-exit");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("migrate-1 exited with code 0");
  }
}
