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
import org.junit.jupiter.params.provider.CsvSource;

/** What containers use: of a project with one that runs and one that does not. */
final class StatsTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private InProcess program;

  @BeforeEach
  void start() {
    program =
        new InProcess(folder, engine)
            .file(
                "compose.yaml",
                "{name: shop, services: {db: {image: busybox}, web: {image: busybox}}}");
    program.run("up", "-d");
    engine.container("shop-db-1").exit(0);
  }

  private String out(String... args) {
    InProcess.Result result = program.run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out().replaceAll(" {2,}", "|");
  }

  private String id(String container) {
    return engine.container(container).id();
  }

  private String shortId(String container) {
    return id(container).substring(0, Math.min(12, id(container).length()));
  }

  @Test
  void what_runs_is_measured() {
    assertThat(out("stats", "--no-stream").lines())
        .containsExactly(
            "CONTAINER ID|NAME|CPU %|MEM USAGE / LIMIT|MEM %|NET I/O|BLOCK I/O|PIDS",
            shortId("shop-web-1")
                + "|shop-web-1|12.50%|3MiB / 1GiB|0.29%|1.5kB / 800B|0B / 4.1kB|2");
    assertThat(out("stats", "--no-stream", "--no-trunc")).contains(id("shop-web-1"));
    assertThat(engine.calls()).doesNotContain("stats shop-db-1");
  }

  @Test
  void what_does_not_run_uses_nothing() {
    assertThat(out("stats", "--no-stream", "-a", "--format", "json", "db"))
        .isEqualTo(
            "{\"BlockIO\":\"0B / 0B\",\"CPUPerc\":\"0.00%%\",\"Container\":\"%s\",\"ID\":\"%s\",\"MemPerc\":\"0.00%%\",\"MemUsage\":\"0B / 0B\",\"Name\":\"shop-db-1\",\"NetIO\":\"0B / 0B\",\"PIDs\":\"0\"}\n"
                .formatted(id("shop-db-1"), shortId("shop-db-1")));
    assertThat(out("stats", "--no-stream", "db")).isEmpty();
  }

  @Test
  void a_template_may_be_the_usual_format() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"statsFormat\": \"{{.Name}}\"}");
    program.environment("DOCKER_CONFIG", folder.toString());

    assertThat(out("stats", "--no-stream")).isEqualTo("shop-web-1\n");
    assertThat(out("stats", "--no-stream", "--format", "{{.PIDs}}")).isEqualTo("2\n");
  }

  @Test
  void projects_are_measured_one_by_one_and_in_all() {
    program.run("-p", "other", "up", "-d");

    assertThat(out("stats", "--no-stream", "--all-projects").lines())
        .containsExactly(
            "PROJECT|NAME|CPU %|MEM USAGE / LIMIT|MEM %|NET I/O|BLOCK I/O|PIDS",
            "other|other-db-1|12.50%|3MiB / 1GiB|0.29%|1.5kB / 800B|0B / 4.1kB|2",
            "other|other-web-1|12.50%|3MiB / 1GiB|0.29%|1.5kB / 800B|0B / 4.1kB|2",
            "shop|shop-web-1|12.50%|3MiB / 1GiB|0.29%|1.5kB / 800B|0B / 4.1kB|2");
    assertThat(out("stats", "--no-stream", "--all-projects", "--aggregate").lines())
        .containsExactly(
            "PROJECT|CONTAINERS|CPU %|MEM USAGE|NET I/O|BLOCK I/O|PIDS",
            "other|2|25.00%|6MiB|3kB / 1.6kB|0B / 8.19kB|4",
            "shop|1|12.50%|3MiB|1.5kB / 800B|0B / 4.1kB|2");
    assertThat(out("stats", "--no-stream", "--aggregate", "--format", "json"))
        .isEqualTo(
            "{\"Project\":\"shop\",\"Containers\":1,\"CPUPerc\":\"12.50%\",\"MemUsage\":\"3MiB\",\"NetIO\":\"1.5kB / 800B\",\"BlockIO\":\"0B / 4.1kB\",\"PIDs\":\"2\"}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stats --aggregate web|`--all-projects` and `--aggregate` report on whole projects and cannot be used with a SERVICE",
        "-p shop stats --all-projects|`--all-projects` and `--project-name` exclude each other",
        "stats --aggregate --format {{.Name}}|`--format` of whole projects is one of table, json, not `{{.Name}}`",
        "stats nope|no such service: nope",
      })
  void what_makes_no_sense_is_refused(String call, String message) {
    InProcess.Result result = program.run(call.split(" "));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("error: " + message);
  }
}
