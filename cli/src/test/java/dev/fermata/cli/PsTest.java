package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PsTest {
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void start() {
    program =
        new InProcess(folder, new FakeEngine().withImages("busybox"))
            .file(
                "compose.yaml",
                "{name: shop, services: {db: {image: busybox}, web: {image: busybox}}}");
    program.run("up", "-d");
  }

  @Test
  void a_template_prints_a_line_for_each_container() {
    assertThat(program.run("ps", "--format", "{{.Name}}: {{.State}}").out())
        .isEqualTo("shop-db-1: running\nshop-web-1: running\n");
  }

  @Test
  void a_table_has_headers_and_columns() {
    assertThat(program.run("ps", "--format", "table {{.Service}}\\t{{.Name}}").out())
        .isEqualTo("SERVICE   NAME\ndb        shop-db-1\nweb       shop-web-1\n");
  }

  @Test
  void a_mistake_is_told_with_its_place() {
    assertThat(program.run("ps", "--format", "{{.Nam}}").err())
        .startsWith(
            "error: the template of `--format` is wrong at character 3: there is no field `Nam`;");
    assertThat(program.run("ps", "--format", "yaml").err())
        .startsWith("error: `--format` is table, json or a template such as `{{.Name}}`, not");
  }

  @Test
  void the_settings_of_the_docker_client_say_the_usual_format() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"psFormat\": \"{{.Service}}\"}");
    program.environment("DOCKER_CONFIG", folder.toString());

    assertThat(program.run("ps").out()).isEqualTo("db\nweb\n");
    assertThat(program.run("ps", "--format", "table").out()).startsWith("NAME ");
    assertThat(program.run("ps", "-q").out()).hasLineCount(2).doesNotContain("web");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"psFormat\": 5}"})
  void settings_that_cannot_be_read_stand_in_the_way_of_nothing(String settings)
      throws IOException {
    Files.writeString(folder.resolve("config.json"), settings);
    program.environment("DOCKER_CONFIG", folder.toString());

    InProcess.Result ps = program.run("ps");

    assertThat(ps.code()).isZero();
    assertThat(ps.out()).startsWith("NAME ");
    assertThat(ps.err()).startsWith("warning: ").contains("`" + folder.resolve("config.json"));
  }

  @Test
  void orphans_are_left_out_where_the_user_says_so() {
    program.file("compose.yaml", "{name: shop, services: {web: {image: busybox}}}");

    assertThat(program.run("ps", "--services").out()).isEqualTo("db\nweb\n");
    assertThat(program.run("ps", "--services", "--orphans=false").out()).isEqualTo("web\n");
    assertThat(program.run("-p", "shop", "ps", "--services", "--orphans=false").out())
        .isEqualTo("db\nweb\n");
  }
}
