package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintTest {
  private static final String DOUBTFUL =
      """
      name: shop
      services:
        web:
          image: nginx
          ports: ["8080:80"]
      """;

  private final FakeEngine engine = new FakeEngine();
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = new InProcess(folder, engine).file("compose.yaml", DOUBTFUL);
  }

  @Test
  void doubts_are_shown_and_are_no_failure() {
    Result result = program.run("lint");

    assertThat(result.out())
        .contains("compose.yaml:4:12: warning: ", "[floating-image]", "0 errors, 2 warnings\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void doubts_are_a_failure_where_the_user_is_strict() {
    assertThat(program.run("lint", "--strict").code()).isEqualTo(1);
  }

  @Test
  void nothing_is_said_of_files_without_doubts() {
    String fine = DOUBTFUL.replace("nginx", "nginx:1.27").replace("8080:80", "127.0.0.1:8080:80");
    Result result = program.file("compose.yaml", fine).run("lint", "--strict");

    assertThat(result.out() + result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void a_code_can_be_silenced_by_the_call() {
    Result result = program.run("lint", "--ignore", "floating-image", "--ignore", "port");

    assertThat(result.out())
        .contains("[port-on-all-interfaces]", "[unknown-code]")
        .doesNotContain("[floating-image]");
  }

  @Test
  void mistakes_fail_and_are_shown_beside_the_doubts() {
    Result result = program.file("compose.yaml", DOUBTFUL.replace("ports", "port")).run("lint");

    assertThat(result.out()).contains("[unknown-attribute]", "1 error, 1 warning\n");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void doubts_are_shown_of_files_whose_name_cannot_be_told() {
    String unnamed = DOUBTFUL.replace("shop", "${SHOP:?}");

    assertThat(program.file("compose.yaml", unnamed).run("lint").out())
        .contains("[required-variable]", "[floating-image]");
    program.file("compose.yaml", DOUBTFUL).file("more.yaml", "services: [");
    assertThat(program.run("-f", "compose.yaml", "-f", "more.yaml", "lint").out())
        .contains("[yaml-syntax]", "[floating-image]");
  }

  @Test
  void json_has_places_that_a_program_can_use() {
    Result result = program.run("lint", "--format", "json", "--ignore", "port-on-all-interfaces");

    assertThat(result.out())
        .isEqualTo(
            """
            {
              "version" : 1,
              "diagnostics" : [ {
                "code" : "floating-image",
                "severity" : "warning",
                "message" : "`nginx` has no tag: it means `latest`, another image whenever a new one is published",
                "hint" : "name a version, such as `nginx:1.2`",
                "file" : "compose.yaml",
                "line" : 4,
                "column" : 12,
                "endLine" : 4,
                "endColumn" : 17,
                "related" : [ ]
              } ]
            }
            """);
  }

  @Test
  void sarif_names_rules_levels_and_regions() {
    Result result =
        program
            .file("my compose.yaml", DOUBTFUL.replace("ports", "port"))
            .run("-f", "my compose.yaml", "lint", "--format", "sarif");

    assertThat(result.out().replaceAll("\\s+", " "))
        .contains(
            "\"version\" : \"2.1.0\"",
            "\"id\" : \"unknown-attribute\"",
            "\"ruleId\" : \"floating-image\", \"ruleIndex\" : 1, \"level\" : \"warning\"",
            "\"level\" : \"error\"",
            "\"uri\" : \"my%20compose.yaml\"",
            "\"region\" : { \"startLine\" : 4, \"startColumn\" : 12, \"endLine\" : 4,"
                + " \"endColumn\" : 17 }");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void sarif_has_a_file_without_a_region_where_there_is_no_text_and_no_place_for_a_flag() {
    program.file("empty.yaml", "");
    String empty = program.run("-f", "empty.yaml", "lint", "--format", "sarif").out();
    String flag = program.run("lint", "--format", "sarif", "--ignore", "port").out();

    assertThat(empty.replaceAll("\\s+", " "))
        .contains("\"physicalLocation\" : { \"artifactLocation\" : { \"uri\" : \"empty.yaml\" } }")
        .doesNotContain("silence");
    assertThat(flag).contains("unknown-code", "To silence it: `# fermata: ignore=floating-image`");
    assertThat(program.run("-f", "no.yaml", "lint", "--format", "sarif").out())
        .contains("no file `")
        .doesNotContain("locations");
  }
}
