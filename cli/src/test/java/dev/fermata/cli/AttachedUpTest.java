package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose ends count, whose lines are shown, and what is said of it. */
@Timeout(60)
final class AttachedUpTest {
  private final FakeEngine engine = Shop.engine();
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = Shop.in(folder, engine);
  }

  @Test
  void an_abort_is_told_in_docker_composes_words_and_with_who_ended() {
    engine.onStart("web", container -> container.exit(7));

    Result up = program.run("up", "--abort-on-container-exit");

    assertThat(up.code()).isEqualTo(7);
    assertThat(up.err()).contains("Aborting on container exit... shop-web-1 exited with code 7\n");
    assertThat(engine.container("shop-db-1").isRunning()).isFalse();
  }

  @Test
  void a_job_that_is_done_runs_again_where_its_exit_code_is_asked_for() {
    program.file(
        "compose.yaml",
        Shop.FILE.replace(
            "depends_on: [db]", "depends_on: {db: {condition: service_completed_successfully}}"));
    engine.onStart("db", container -> container.exit(0));
    assertThat(program.run("up", "-d").code()).isZero();

    Result up = program.run("up", "--exit-code-from", "db");

    assertThat(up.err())
        .contains("Container shop-db-1 Starting (asked by --exit-code-from)")
        .contains("Aborting on container exit... shop-db-1 exited with code 0\n");
    assertThat(up.code()).isZero();
  }

  @Test
  void what_is_only_brought_along_does_not_count() {
    engine.onStart(
        "web",
        container -> {
          engine.container("shop-db-1").exit(3);
          container.exit(7);
        });

    Result up = program.run("up", "--abort-on-container-exit", "web");

    assertThat(up.code()).isEqualTo(7);
    assertThat(up.out()).doesNotContain("db-1");
  }

  @Test
  void what_is_attached_to_as_a_dependency_counts() {
    engine.onStart("db", container -> container.exit(3));

    Result up = program.run("up", "--abort-on-container-failure", "--attach-dependencies", "web");

    assertThat(up.code()).isEqualTo(3);
  }

  @Test
  void the_code_is_of_the_service_asked_for_though_it_is_not_shown() {
    engine.onStart("db", container -> container.exit(4));

    Result up = program.run("up", "--exit-code-from", "db", "--no-attach", "db");

    assertThat(up.code()).isEqualTo(4);
    assertThat(up.out()).doesNotContain("db-1");
  }

  @Test
  void where_nobody_is_shown_it_stays_for_all() {
    engine.onStart("db", container -> container.exit(0));
    engine.onStart("web", container -> container.exit(0));

    Result up = program.run("up", "--no-attach", "db", "--no-attach", "web");

    assertThat(up.code()).isZero();
    assertThat(up.out()).isEmpty();
  }

  @Test
  void a_service_that_never_runs_gives_no_success() {
    engine.onStart("db", container -> container.exit(0));

    Result up = program.run("up", "--exit-code-from", "web", "--scale", "web=0");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("no container of `web` has run to its end");
  }

  @Test
  void the_code_of_a_service_that_is_not_brought_up_is_not_to_be_had() {
    Result up = program.run("up", "--no-deps", "--exit-code-from", "db", "web");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("this does not bring up `db`");
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void a_job_that_fails_holds_back_who_waits_and_its_code_is_the_exit_code() {
    program.file(
        "compose.yaml",
        Shop.FILE.replace("[db]", "{db: {condition: service_completed_successfully}}"));
    engine.onStart("db", container -> container.exit(3));

    Result up = program.run("up", "--abort-on-container-exit");

    assertThat(up.code()).isEqualTo(3);
    assertThat(engine.calls()).doesNotContain("start shop-web-1");
  }

  @Test
  void logs_names_whose_lines_nobody_keeps_and_prints_the_others() {
    program.file(
        "compose.yaml", Shop.FILE.replace("  web:", "    logging: {driver: none}\n  web:"));
    program.run("up", "-d");
    engine.container("shop-web-1").print("hello");

    Result logs = program.run("logs");

    assertThat(logs.code()).isZero();
    assertThat(logs.out()).contains("hello");
    assertThat(logs.err()).contains("warning: no lines of `shop-db-1` are shown");
  }
}
