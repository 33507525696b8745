package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a service is as it is: what is there, what waits for what, what would be done. */
final class ExplainTest {
  private static final String FILE =
      """
      name: shop
      services:
        db:
          image: busybox
          healthcheck: {test: check}
        web:
          image: busybox
          depends_on:
            db: {condition: service_healthy}
        debug: {image: busybox, profiles: [debug]}
      """;

  @TempDir private Path folder;
  private FakeEngine engine;
  private InProcess program;

  @BeforeEach
  void start() {
    engine = new FakeEngine().withImages("busybox");
    program = new InProcess(folder, engine).file("compose.yaml", FILE);
  }

  private String explained(String... args) {
    InProcess.Result result = program.run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }

  @Test
  void what_is_not_there_is_told_with_the_steps_that_make_it() {
    assertThat(explained("explain", "web"))
        .isEqualTo(
            """
            web: there is no container
            waits for:
              db  healthy  not yet: there is no container
            waited for by: none
            `up` would:
              create container shop-web-1  missing
              start container shop-web-1   missing
            and 4 steps for the rest of the project; `plan` shows them all
            """);
  }

  @Test
  void what_never_started_is_told_with_the_gate_that_holds_it_back() {
    program.run("create");
    program.run("start", "db");
    engine.container("shop-db-1").verdict(HealthState.UNHEALTHY, 1, "no route to disk");

    assertThat(explained("explain", "web"))
        .contains("  never started: what it waits for was not ready\n")
        .contains("  db  healthy  shut: shop-db-1 is Up ")
        .contains("  start container shop-web-1  is created\n");
    assertThat(explained("explain", "db"))
        .contains("  check (by the engine): check -> exit code 1 in 0.0s\n    no route to disk\n")
        .contains("waited for by:\n  web  healthy  shut: shop-db-1 is Up ");
  }

  @Test
  void an_end_is_told_with_its_code_its_last_lines_and_its_likely_cause() {
    program.run("create");
    program.run("start", "db");
    engine.container("shop-db-1").print("psql: not found");
    engine.container("shop-db-1").exit(127);

    assertThat(explained("explain", "db"))
        .startsWith("shop-db-1 (busybox): Exited (127) ")
        .contains(
            """
              exited with exit code 127
              its last lines:
                psql: not found
              likely: its command is not in the image
            """);
  }

  @Test
  void labels_are_enough() {
    program.run("create");
    program.file("compose.yaml", "services: {}");

    assertThat(explained("-p", "shop", "explain", "web"))
        .contains("  db  healthy  not yet: shop-db-1 is created\n")
        .endsWith("`up` needs a compose file, and there is none here\n");
  }

  @Test
  void what_the_files_leave_out_is_told_by_its_profile() {
    assertThat(explained("explain", "debug"))
        .endsWith("`up` leaves it out; `--profile debug` enables it\n");
  }

  @Test
  void programs_get_the_same() {
    program.run("create");

    assertThat(explained("explain", "--format", "json", "web"))
        .contains("\"state\" : \"created\"")
        .contains("\"rule\" : \"healthy\"", "\"gate\" : \"pending\"")
        .contains("\"action\" : \"start-container\"");
  }

  @Test
  void a_service_that_nobody_knows_is_told() {
    InProcess.Result result = program.run("explain", "wbe");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("error: no such service: wbe\n  hint: did you mean `web`?\n");
  }

  @Test
  void a_service_that_is_called_as_the_command_below_stands_behind_two_dashes() {
    program.file("compose.yaml", "name: shop\nservices: {env: {image: busybox}}");

    assertThat(explained("explain", "--", "env")).startsWith("env: there is no container\n");
    assertThat(explained("explain", "env", "env")).startsWith("`env` sets no variables");
  }
}
