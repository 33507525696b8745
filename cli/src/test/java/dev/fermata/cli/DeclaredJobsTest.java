package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of a file, as Docker Compose 5.6 has them. */
class DeclaredJobsTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");

  @TempDir private Path folder;

  private InProcess.Result run(String jobs, String... args) {
    return new InProcess(folder, engine)
        .file("compose.yaml", "name: shop\nservices: {web: {image: busybox}}\njobs:\n" + jobs)
        .run(args);
  }

  @Test
  void up_says_that_it_does_not_start_them() {
    var up = run("  migrate: {image: busybox, triggers: {manual: true}}\n", "up", "-d");

    assertThat(up.code()).isZero();
    assertThat(up.err())
        .contains(
            "warning: jobs are not started by up; trigger them with `docker compose run`: migrate");
    assertThat(engine.leftovers()).noneMatch(it -> it.contains("migrate"));
  }

  @Test
  void what_has_a_schedule_is_refused_before_anything_is_made() {
    String jobs = "  backup: {image: busybox, triggers: {schedule: ['0 4 * * *']}}\n";
    for (String command : new String[] {"up -d", "create", "start"}) {
      var refused = run(jobs, command.split(" "));

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err())
          .contains("scheduled jobs are not supported in this version: backup");
    }
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void a_job_is_no_service_to_others() {
    String jobs = "  migrate: {image: busybox, triggers: {manual: true}}\n";
    for (String command : new String[] {"create migrate", "start migrate", "stop migrate"}) {
      var refused = run(jobs, command.split(" "));

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err())
          .contains("job \"migrate\" can only be triggered with \"docker compose run\"");
    }
  }
}
