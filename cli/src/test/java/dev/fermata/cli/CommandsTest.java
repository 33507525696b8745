package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.model.load.file.Sources;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
  private final FakeEngine engine = Shop.engine();
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = Shop.in(folder, engine);
  }

  @Test
  void up_starts_what_is_wanted_and_the_second_one_says_that_nothing_is_to_do() {
    Result first = program.run("up", "-d");
    assertThat(first.err()).contains(" Container shop-web-1 Started\n");
    assertThat(first.code()).isZero();

    Result second = program.run("up", "-d");
    assertThat(second.err()).isEqualTo("shop is up to date: 2 services, nothing to do\n");
    assertThat(second.code()).isZero();
  }

  @Test
  void an_up_that_has_something_to_do_tells_what_runs_already() {
    program.run("up", "-d");
    program.run("stop", "web");

    assertThat(program.run("up", "-d").err()).contains(" Container shop-db-1 Running\n");
  }

  @Test
  void what_is_stopped_already_is_told_as_stopped() {
    program.run("up", "-d");
    program.run("stop", "web");

    assertThat(program.run("stop").err())
        .contains(" Container shop-web-1 Stopped\n")
        .containsOnlyOnce("Container shop-web-1");
    assertThat(program.run("--progress", "json", "stop").err())
        .contains("{\"id\":\"Container shop-web-1\",\"status\":\"Done\",\"text\":\"Stopped\"}");
  }

  @Test
  void down_needs_no_file_that_can_be_loaded() {
    program.run("up", "-d");
    program.file(
        "compose.yaml", Shop.FILE.replace("image: busybox", "image: ${NEEDED:?say which}"));

    assertThat(program.run("down").code()).isZero();
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void a_file_with_mistakes_leaves_the_engine_untouched() {
    Result result =
        program.file("compose.yaml", Shop.FILE.replace("web:", "web:\n    imag: x")).run("up");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("unknown attribute `imag`").contains("did you mean `image`?");
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void a_folder_in_place_of_a_file_is_called_one() throws IOException {
    Files.createDirectories(folder.resolve("sub/compose.yaml"));
    String said = "error: `sub` cannot be read: it is a folder [unreadable-file]\n";

    assertThat(program.run("-f", "sub", "config").err()).contains(said);
    assertThat(program.run("--env-file", "sub", "config").err()).contains(said);
    assertThat(program.run("--project-directory", "sub", "config").err())
        .contains("`sub/compose.yaml` cannot be read: it is a folder");
  }

  @Test
  void an_empty_list_is_written_over_what_a_file_had() {
    program.file("names", "old\n");

    assertThat(program.run("config", "--volumes", "-o", "names").code()).isZero();
    assertThat(folder.resolve("names")).isEmptyFile();
  }

  @Test
  void what_cannot_be_planned_is_told_all_at_once_and_is_no_bug() {
    String external = "networks: {edge: {external: true}}\nvolumes: {data: {external: true}}\n";
    String use = "web:\n    networks: [edge]\n    volumes: [data:/data]";
    Result result =
        program.file("compose.yaml", Shop.FILE.replace("web:", use) + external).run("up", "-d");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("network edge ", "\"data\"", "  hint: ")
        .doesNotContain("bug");
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void all_resources_are_made_where_they_are_asked_for_used_or_not() {
    program.file("compose.yaml", Shop.FILE + "networks: {spare: {}}\nvolumes: {spare: {}}\n");

    program.run("up", "-d");
    assertThat(engine.leftovers()).noneMatch(it -> it.contains("spare"));

    assertThat(program.run("--all-resources", "up", "-d").code()).isZero();
    assertThat(engine.leftovers()).contains("network shop_spare", "volume shop_spare");
    assertThat(program.run("--all-resources", "up", "-d").err()).contains("nothing to do");
  }

  @Test
  void a_dry_run_prints_the_plan_and_changes_nothing() {
    Result result = program.run("up", "-d", "--dry-run");

    assertThat(result.out()).contains("create container shop-db-1");
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void plan_tells_by_its_exit_code_whether_there_is_something_to_do() {
    assertThat(program.run("plan").code()).isZero();
    assertThat(program.run("plan", "--exit-code").code()).isEqualTo(2);
    program.run("up", "-d");
    assertThat(program.run("plan", "--exit-code").code()).isZero();
  }

  @Test
  void what_the_engine_refuses_is_said_with_advice() {
    engine.fail("start shop-db-1", Kind.PORT_IN_USE, "port 80 is taken");
    Result result = program.run("up", "-d");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("error: service `db` (container shop-db-1): port 80 is taken")
        .contains("hint: ")
        .contains("not started: web");
  }

  @Test
  void rm_without_anybody_to_ask_fails_closed() {
    program.run("up", "-d");
    program.run("stop");
    Result result = program.run("rm");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("`--force` answers it");
    assertThat(program.run("ps", "-a", "-q").out()).isNotEmpty();
  }

  @Test
  void rm_removes_when_the_user_says_yes() {
    program.run("up", "-d");
    program.run("stop");

    assertThat(program.typing("y\n").run("rm").code()).isZero();
    assertThat(program.run("ps", "-a", "-q").out()).isEmpty();
  }

  @Test
  void ps_lists_services_and_refuses_unknown_ones() {
    program.run("up", "-d");

    assertThat(program.run("ps", "--services").out()).isEqualTo("db\nweb\n");
    Result unknown = program.run("ps", "wep");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no such service: wep").contains("did you mean `web`?");
  }

  @Test
  void global_flags_work_behind_the_command_as_well() {
    program.run("up", "-d", "-p", "other", "--progress", "quiet");

    assertThat(program.run("-p", "other", "ps", "-q").out()).isNotEmpty();
    assertThat(program.run("ps", "-q").out()).isEmpty();
  }

  @Test
  void errors_are_json_where_progress_is() {
    assertThat(program.run("--progress", "json", "ps", "nothing").err())
        .startsWith("{\"error\":true,\"message\":");
  }

  @Test
  void flags_that_contradict_each_other_are_refused() {
    Result result = program.run("up", "--force-recreate", "--no-recreate");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("exclude each other");
  }

  @Test
  void env_files_say_how_to_deal_with_orphans() {
    program.run("up", "-d");
    program.file("compose.yaml", Shop.FILE.replace("  db:", "  cache:").replace("[db]", "[cache]"));
    assertThat(program.run("up", "-d").err()).contains("orphan");

    program.file(".env", "COMPOSE_IGNORE_ORPHANS=true");
    assertThat(program.run("up", "-d").err()).doesNotContain("orphan");
    assertThat(program.run("ps", "-q").out().lines()).hasSize(3);

    program.file(".env", "COMPOSE_REMOVE_ORPHANS=1").run("up", "-d");
    assertThat(program.run("ps", "-q").out().lines()).hasSize(2);
  }

  @Test
  void a_bad_value_is_told_with_the_flag_or_variable_that_it_is_from() {
    program.environment("COMPOSE_ANSI", "pink");
    assertThat(program.run("ps").err()).contains("`COMPOSE_ANSI` is one of", "not `pink`");
    assertThat(program.run("--ansi", "red", "ps").err()).contains("`--ansi` is one of");

    program.environment("COMPOSE_ANSI", "never").file(".env", "COMPOSE_PARALLEL_LIMIT=few");
    assertThat(program.run("up", "-d").err())
        .startsWith(".env:1:1: error: `COMPOSE_PARALLEL_LIMIT` is a whole number, not `few`");
    assertThat(program.run("up", "-d", "--parallel", "1").code()).isZero();
  }

  @Test
  void config_shows_the_model_and_its_lists() {
    assertThat(program.run("config", "--services").out()).isEqualTo("db\nweb\n");
    assertThat(program.run("config", "--format", "json").out()).contains("\"name\": \"shop\"");
    assertThat(program.run("config", "-q").out()).isEmpty();
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void errors_of_env_files_refuse_a_name_that_they_might_have_set() {
    program.run("up", "-d");
    assertThat(program.run("--env-file", "typo", "down").err())
        .startsWith("--env-file: error: env file " + folder.resolve("typo") + " not found");

    program.file(".env", "COMPOSE_PROJECT_NAME=shop\n'");
    for (String command : List.of("down", "stop", "ps")) {
      Result result = program.run(command);
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains(".env:2:1: error: ").doesNotContain("nothing");
    }
    assertThat(program.run("-p", "shop", "ps", "-q").out().lines()).hasSize(2);
    program.environment("COMPOSE_PROJECT_NAME", "shop");
    assertThat(program.run("down").code()).isZero();
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void a_name_that_an_env_file_has_wrong_is_refused_where_it_stands() {
    program.file(".env", "COMPOSE_PROJECT_NAME=My Shop");

    assertThat(program.run("down").err())
        .startsWith(".env:1:1: error: `My Shop` cannot be a project name");
  }

  @Test
  void a_file_that_may_hold_the_name_has_to_be_read_for_it() {
    program.file("more.yaml", "name: other\nservices: [\n");
    Result result = program.run("-f", "compose.yaml", "-f", "more.yaml", "ps");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("more.yaml:2:11: error: ");
    assertThat(program.run("-f", "more.yaml", "-f", "compose.yaml", "ps").code()).isZero();
    program.file("compose.yaml", Shop.FILE.replace("shop", "${NAME:?}-shop"));
    assertThat(program.run("ps").err()).contains("variable `NAME` is required");
  }

  @Test
  void the_process_decides_before_an_env_file_whether_that_is_read() {
    program.file("compose.yaml", Shop.FILE.replace("shop", "${SHOP:-none}"));
    program.file(".env", "COMPOSE_DISABLE_ENV_FILE=1\nSHOP=mine");
    assertThat(name()).isEqualTo("name: none");
    assertThat(name("--env-file", ".env")).isEqualTo("name: mine");

    program.environment("COMPOSE_DISABLE_ENV_FILE", "0");
    assertThat(name()).isEqualTo("name: mine");

    program.environment("COMPOSE_DISABLE_ENV_FILE", "maybe");
    assertThat(program.run("config").err()).contains("neither true nor false");
    program.environment("COMPOSE_ENV_FILES", ".env");
    assertThat(name()).isEqualTo("name: mine");
  }

  @Test
  void an_env_file_that_another_one_leads_to_cannot_switch_itself_off() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    program.file(".env", "COMPOSE_FILE=below/compose.yaml");
    program.file("below/compose.yaml", Shop.FILE.replace("shop", "${SHOP:-none}"));
    program.file("below/.env", "COMPOSE_DISABLE_ENV_FILE=1\nSHOP=mine");
    assertThat(name()).isEqualTo("name: mine");

    program.file(".env", "COMPOSE_FILE=below/compose.yaml\nCOMPOSE_DISABLE_ENV_FILE=1");
    assertThat(name()).isEqualTo("name: none");
  }

  private String name(String... flags) {
    String[] args = Stream.concat(Stream.of(flags), Stream.of("config")).toArray(String[]::new);
    return program.run(args).out().lines().findFirst().orElse("");
  }

  @Test
  void characters_that_nobody_sees_are_shown_by_their_numbers() {
    String value = "environment: {A: \"x\\e[31m\\ty\\u202Ez\\nw\"}";
    program.file("compose.yaml", Shop.FILE.replace("web:", "web:\n    " + value));
    String shown = "x\\u001b[31m\\ty\\u202ez\\nw";

    assertThat(program.run("explain", "env", "web").out()).contains(shown);
    assertThat(program.run("config", "--provenance").out()).contains(shown);
  }

  @Test
  void more_containers_than_an_engine_runs_are_refused_before_they_are_planned() {
    Result result = program.run("plan", "--scale", "web=100000000");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("`web` is to have 100000000 containers");
  }

  @Test
  void a_file_beyond_the_bound_is_shown_with_who_names_it() {
    program.file("big", "#".repeat(Sources.MAX_SIZE + 1));
    program.file("compose.yaml", Shop.FILE.replace("web:", "web:\n    env_file: big"));
    String said = "big: error: the file is larger than 16 MiB [too-large]\n";

    assertThat(program.run("config").err())
        .startsWith(said + "  compose.yaml:6:15: the file is named here\n")
        .doesNotContain("hint");
    assertThat(program.run("--env-file", "big", "config").err())
        .startsWith(said + "  --env-file: the file is named here\n");
    assertThat(program.run("-f", "big", "config").err())
        .isEqualTo(
            said
                + "  hint: a compose file holds text alone; name large content by `file:` instead\n");
  }
}
