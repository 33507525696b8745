package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.text.ComposeSentences;
import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts look for these sentences; those of gates are in {@code RunTextTest}. */
final class ComposeSentencesTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;

  private String said(String compose, String... args) {
    InProcess.Result result =
        new InProcess(folder, engine).file("compose.yaml", "name: shop\n" + compose).run(args);
    return result.code() + " " + result.err();
  }

  private static Stream<String> sentences() {
    return Stream.of(
        ComposeSentences.NO_CONFIGURATION_FILE,
        ComposeSentences.NO_SERVICE_SELECTED,
        ComposeSentences.DEPENDENCY_FAILED.strip(),
        ComposeSentences.DEPENDENCIES_TIMED_OUT,
        ComposeSentences.filterNotApplied("FLAG"),
        ComposeSentences.STILL_IN_USE,
        ComposeSentences.noSuchService("NAME"),
        ComposeSentences.noContainerToStart("NAME"),
        ComposeSentences.noContainerFound("NAME"),
        ComposeSentences.invalidVariable("TEXT"),
        ComposeSentences.noContainersNamed(List.of("NAME", "NAME")),
        ComposeSentences.unhealthy("NAME"),
        ComposeSentences.exited("NAME", 3).replace("3", "N"),
        ComposeSentences.noHealthcheck("NAME"),
        ComposeSentences.conditionNotMet("CONDITION", "NAME"),
        ComposeSentences.notCompleted("NAME", 3).replace("3", "N"),
        ComposeSentences.optionalFailed("NAME"),
        ComposeSentences.notHealthyAfter(Duration.ofSeconds(3)),
        ComposeSentences.FORMER_YES,
        ComposeSentences.FORMER_VOLUMES,
        ComposeSentences.FORMER_ANSI,
        ComposeSentences.DETACHED,
        ComposeSentences.STDIN_IS_NO_TERMINAL,
        ComposeSentences.LABEL_WITHOUT_VALUE,
        ComposeSentences.notRunning("NAME"),
        ComposeSentences.notRunning("NAME", 3).replace("3", "N"),
        ComposeSentences.notRunning("NAME"),
        ComposeSentences.noContainer("NAME"),
        ComposeSentences.noPort("PORT", "CONTAINER", "PORTS"),
        ComposeSentences.containerNameInUse("NAME"),
        ComposeSentences.ENV_FILE_NOT_FOUND.formatted("PATH"),
        ComposeSentences.LABEL_FILE_NOT_FOUND.formatted("PATH"),
        ComposeSentences.INDEX_NEEDS_A_SERVICE,
        ComposeSentences.noHookContainer("NAME", 3).replace("3", "N"),
        ComposeSentences.initExited("NAME", 3, 4).replace("3", "N").replace("4", "C"),
        ComposeSentences.hookExited("NAME", 3).replace("3", "N"),
        ComposeSentences.MUST_BE_BUILT,
        ComposeSentences.IGNORE_PUSH_FAILURES,
        ComposeSentences.deprecatedOption("FLAG"),
        ComposeSentences.NO_CONTAINER_TO_KILL,
        ComposeSentences.NO_WAIT_IN_DRY_RUN,
        ComposeSentences.noContainers("NAME"),
        ComposeSentences.exitedWithStatus("ID", 3).replace("3", "N"),
        ComposeSentences.ABORTING,
        ComposeSentences.STOPPING,
        ComposeSentences.customContainerName("NAME", "OWN"),
        ComposeSentences.volumeChanged("NAME"),
        ComposeSentences.networkNotCreatedFor("NAME", "PROJECT"),
        ComposeSentences.networkNotCreatedByCompose("NAME"),
        ComposeSentences.volumeCreatedFor("NAME", "OTHER", "PROJECT"),
        ComposeSentences.volumeNotCreatedByCompose("NAME"),
        ComposeSentences.networkNotFound("NAME"),
        ComposeSentences.volumeNotFound("NAME"),
        ComposeSentences.LOCAL_INCLUDES,
        ComposeSentences.ONLY_BUILDS,
        ComposeSentences.PUBLISHES_BIND_MOUNTS,
        ComposeSentences.BIND_MOUNTS_OK,
        ComposeSentences.PUBLISHES_SECRETS,
        ComposeSentences.DOUBLE_CHECK_SECRETS,
        ComposeSentences.SECRETS_OK,
        ComposeSentences.PUBLISHES_ENVIRONMENT,
        ComposeSentences.WITH_ENV_SILENCES,
        ComposeSentences.ENVIRONMENT_OK,
        ComposeSentences.PUBLISHES_CONFIGS,
        ComposeSentences.CONFIGS_OK,
        ComposeSentences.noDryRun("COMMAND"),
        ComposeSentences.outputNotEmpty("FOLDER"),
        ComposeSentences.outputKept("FOLDER"),
        ComposeSentences.outputExists("FOLDER"),
        ComposeSentences.cannotShare("network namespace", "NAME"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void each_is_in_the_table_for_readers(String sentence) throws IOException {
    assertThat(Files.readString(Path.of("../docs/messages.md"))).contains("| `" + sentence + "`");
  }

  @ParameterizedTest
  @CsvSource({
    "up -d wep",
    "ps wep",
    "logs wep",
    "stop wep",
    "restart wep",
    "kill wep",
    "pause wep",
    "unpause wep",
    "wait wep",
    "create wep",
    "scale wep=2",
    "config --hash wep",
    "up --exit-code-from wep",
    "up --attach wep",
    "up -d --scale wep=2",
  })
  void a_service_that_is_not_there_is_named_without_quotes(String args) {
    assertThat(said("services: {web: {image: busybox}}", args.split(" ")))
        .startsWith("1 error: no such service: wep");
  }

  @ParameterizedTest
  @CsvSource({"up --exit-code-from web", "up --attach web", "up -d --scale web=2"})
  void a_service_that_a_profile_keeps_out_is_told_with_the_profile(String args) {
    assertThat(
            said(
                "services: {web: {image: busybox, profiles: [extra]}, db: {image: busybox}}",
                args.split(" ")))
        .isEqualTo(
            "1 error: no such service: web: disabled\n  hint: `--profile extra` enables it\n");
  }

  @Test
  void a_service_is_not_missed_while_the_file_cannot_be_read() {
    assertThat(said("services: {web: [", "up", "-d", "web"))
        .startsWith("1 compose.yaml")
        .doesNotContain("no such service");
  }

  @Test
  void to_start_a_project_without_containers_is_an_error() {
    assertThat(said("services: {web: {image: busybox}}", "start"))
        .startsWith("1 error: service \"web\" has no container to start");
    assertThat(said("services: {web: {image: busybox}}", "-p", "shop", "start"))
        .startsWith("1 error: no container found for project \"shop\": not found");
  }

  @ParameterizedTest
  @CsvSource({"up", "up -d", "up --wait", "plan"})
  void nothing_to_bring_up_is_an_error(String args) {
    assertThat(said("services: {web: {image: busybox, profiles: [extra, more]}}", args.split(" ")))
        .isEqualTo(
            "1 error: no service selected: the only service of `shop` is behind inactive"
                + " profiles\n  hint: `--profile NAME` activates one of `extra`, `more`; so does"
                + " naming a service\n");
  }

  @Test
  void resources_without_services_can_be_brought_up() {
    assertThat(
            said(
                "services: {web: {image: busybox, profiles: [extra]}}",
                "--all-resources",
                "up",
                "-d"))
        .startsWith("0 ");
  }

  @Test
  void what_is_external_and_missing_is_named() {
    assertThat(
            said(
                """
                services: {web: {image: busybox, networks: [front], volumes: ["data:/data"]}}
                networks: {front: {external: true, name: the-front}}
                volumes: {data: {external: true, name: the-data}}
                """,
                "up",
                "-d"))
        .contains("network the-front declared as external, but could not be found")
        .contains("external volume \"the-data\" not found");
  }

  @ParameterizedTest
  @CsvSource({
    "'network_mode: \"service:db\"', network namespace",
    "'ipc: \"service:db\"', IPC namespace",
    "'pid: \"service:db\"', PID namespace",
    "'volumes_from: [db]', volume",
  })
  void what_cannot_be_shared_is_named(String attribute, String what) {
    assertThat(
            said(
                "services: {db: {image: busybox}, web: {image: busybox, " + attribute + "}}",
                "up",
                "-d",
                "--no-deps",
                "web"))
        .startsWith("1 error: cannot share " + what + " with service db: container missing");
  }

  @Test
  void a_filter_that_does_not_count_is_told() {
    assertThat(said("services: {web: {image: busybox}}", "config", "--no-interpolate", "web"))
        .contains("service filtering is not applied when --no-interpolate is set");
  }

  @Test
  void an_index_that_is_not_there_is_told() {
    String web = "services: {web: {image: busybox}}";
    said(web, "up", "-d");

    assertThat(said(web, "logs", "--index", "2", "web"))
        .startsWith("1 error: service \"web\" is not running container #2");
    assertThat(said(web, "logs", "--index", "1"))
        .startsWith("1 error: --index requires one service to be selected");
    assertThat(said(web, "logs", "--index", "1", "web")).startsWith("0 ");
  }

  @Test
  void an_index_below_one_is_none() {
    String web = "services: {web: {image: busybox, ports: [\"8080:80\"]}}";
    said(web, "up", "-d");

    assertThat(said(web, "logs", "--index", "-1")).startsWith("0 ");
    assertThat(said(web, "port", "--index", "-1", "web", "80")).startsWith("0 ");
  }

  @Test
  void a_folder_without_a_file_is_told() {
    assertThat(new InProcess(folder, engine).run("ps").err())
        .startsWith("error: no configuration file provided: not found");
  }

  @ParameterizedTest
  @CsvSource({"plain", "json"})
  void an_optional_dependency_that_fails_is_told_as_skipped(String progress) {
    engine.onStart("db", container -> container.exit(1));

    assertThat(
            said(
                """
                services:
                  db: {image: busybox}
                  web:
                    image: busybox
                    depends_on: {db: {condition: service_healthy, required: false}}
                """,
                "--progress",
                progress,
                "up",
                "-d"))
        .startsWith("0 ")
        .contains("Skipped: optional dependency")
        .contains("failed to start")
        .doesNotContain("Healthy");
  }
}
