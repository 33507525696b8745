package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A job that has done its work must run again when it would see something new, and only then. */
class JobsIT {
  private static final String STACK =
      """
      services:
        db:
          image: busybox
          init: true
          command: sleep 1000
        migrate:
          image: busybox
          command: sh -c "ls /migrations; date > /migrations/.applied"
          volumes: ["./migrations:/migrations"]
          depends_on: [db]
        web:
          image: busybox
          init: true
          command: sleep 1000
          depends_on: {migrate: {condition: service_completed_successfully}}
      """;

  @Test
  void a_job_runs_again_when_a_file_is_new_and_not_for_what_it_wrote_itself() throws IOException {
    try (var scenario = Scenario.of(STACK)) {
      Path migrations = Files.createDirectory(scenario.folder().resolve("migrations"));
      Files.writeString(migrations.resolve("1.sql"), "create");
      scenario.fermata("up", "-d").mustSucceed();

      assertThat(scenario.fermata("up", "-d").mustSucceed().all())
          .contains("`migrate`: done", "nothing has changed since", "nothing to do");

      Files.writeString(migrations.resolve("2.sql"), "alter");
      assertThat(scenario.fermata("up", "-d").mustSucceed().all())
          .contains("has changed since it ended")
          .contains("migrate-1 Exited");
      assertThat(scenario.fermata("logs", "migrate").mustSucceed().all()).contains("2.sql");
      assertThat(scenario.fermata("up", "-d").mustSucceed().all()).contains("nothing to do");
    }
  }

  @Test
  void a_job_runs_again_for_another_container_of_what_it_waited_for() throws IOException {
    try (var scenario = Scenario.of(STACK)) {
      Files.createDirectory(scenario.folder().resolve("migrations"));
      scenario.fermata("up", "-d").mustSucceed();
      scenario.fermata("rm", "-fs", "db").mustSucceed();

      assertThat(scenario.fermata("up", "-d").mustSucceed().all())
          .contains("migrate-1 Starting (follows db");
    }
  }

  @Test
  void a_job_that_fails_when_it_runs_again_fails_the_command() throws IOException {
    String picky = STACK.replace("; date", " && test ! -e /migrations/bad && date");
    try (var scenario = Scenario.of(picky)) {
      Path migrations = Files.createDirectory(scenario.folder().resolve("migrations"));
      scenario.fermata("up", "-d").mustSucceed();
      Files.createFile(migrations.resolve("bad"));

      assertThat(scenario.fermata("up", "-d").mustFail().all()).contains("migrate");
    }
  }

  @Test
  void a_job_runs_each_time_where_that_is_asked_for() throws IOException {
    String always = STACK.replace("depends_on: [db]", "x-fermata: {rerun: always}");
    try (var scenario = Scenario.of(always)) {
      Files.createDirectory(scenario.folder().resolve("migrations"));
      scenario.fermata("up", "-d").mustSucceed();

      assertThat(scenario.fermata("up", "-d").mustSucceed().all())
          .contains("migrate-1 Starting (asked by x-fermata: rerun: always)");
      scenario.write("compose.yaml", STACK);
      scenario.fermata("up", "-d").mustSucceed();
      assertThat(scenario.fermata("up", "-d", "--rerun-jobs").mustSucceed().all())
          .contains("migrate-1 Starting (asked by --rerun-jobs)");
    }
  }
}
