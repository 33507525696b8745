package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  private final FakeEngine engine = Shop.engine();
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = Shop.in(folder, engine).environment("DOCKER_CONFIG", folder.toString());
  }

  @Test
  void a_project_that_is_up_leaves_nothing_to_say() {
    program.run("up", "-d");

    Result result = program.run("doctor");

    assertThat(result.out())
        .contains("projects\n  ok      1 projects, nothing left over\n")
        .endsWith("nothing is wrong\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void a_project_whose_files_are_gone_is_told_with_the_command_that_takes_it_down()
      throws IOException {
    program.run("up", "-d");
    Files.delete(folder.resolve("compose.yaml"));

    Result result = program.run("doctor");

    assertThat(result.out())
        .contains(
            "  wrong   project `shop` has 2 containers, and `"
                + folder.resolve("compose.yaml")
                + "` is gone\n          fermata -p shop down --remove-orphans\n")
        .endsWith("1 thing is wrong\n");
    assertThat(result.code()).isEqualTo(1);
    assertThat(program.run("-p", "shop", "down").code()).isZero();
    assertThat(program.run("doctor").code()).isZero();
  }

  @Test
  void containers_of_services_that_the_files_do_not_have_any_more_are_wrong() {
    program.run("up", "-d");
    program.file("compose.yaml", "name: shop\nservices: {web: {image: busybox}}\n");

    assertThat(program.run("doctor").out())
        .contains(
            "wrong   project `shop`: `shop-db-1` of services that its files do not have any more\n",
            "          docker rm -f shop-db-1\n");
  }

  @Test
  void a_recreation_that_was_not_finished_is_wrong_and_up_ends_it() {
    program.run("up", "-d");
    String id = program.run("ps", "-q", "web").out().strip();
    String aside = id.substring(0, 12) + "_old_shop-web-1";
    engine.containers().rename("shop-web-1", aside);

    assertThat(program.run("doctor").out())
        .contains(
            "a recreation was not finished, and left `" + aside + "`\n",
            "          fermata -p shop -f " + folder.resolve("compose.yaml") + " up -d\n");
    program.run("up", "-d");
    assertThat(program.run("doctor").code()).isZero();
  }

  @Test
  void a_service_behind_a_profile_is_none_that_is_gone() {
    program.file("compose.yaml", Shop.FILE.replace("db:", "db:\n    profiles: [data]"));
    program.run("--profile", "data", "up", "-d");

    assertThat(program.run("doctor").code()).isZero();
  }

  @Test
  void networks_and_volumes_of_projects_without_containers_are_notes() {
    program.file("compose.yaml", Shop.FILE + "volumes: {data: {}}\n");
    program.run("--all-resources", "up", "-d");
    program.run("rm", "-s", "-f");

    Result result = program.run("doctor");

    assertThat(result.out())
        .contains(
            "note    1 network of projects that have no containers: `shop_default`\n",
            "          docker network rm shop_default\n",
            "note    1 volume of projects that have no containers, with their data: `shop_data`\n",
            "          docker volume rm shop_data\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void an_engine_that_does_not_answer_is_a_finding_among_others() {
    engine.fail("detail", Kind.UNREACHABLE, "cannot reach the engine");

    Result result = program.run("doctor", "--format", "json");

    assertThat(result.out())
        .startsWith("{\"healthy\":false,\"findings\":[{\"area\":\"engine\",\"verdict\":\"wrong\",")
        .contains("\"message\":\"cannot reach the engine\"", "\"area\":\"client\"");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void a_part_that_cannot_be_looked_at_hides_no_other() {
    engine.fail("disk usage", Kind.TIMEOUT, "the engine gave no answer within 60 s");

    assertThat(program.run("doctor").out())
        .contains("disk\n  wrong   the engine gave no answer within 60 s\n", "projects\n  ok");
  }
}
