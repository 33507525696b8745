package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecRequest.Privileges;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code exec} without a terminal: which container, what the engine is asked, what comes of it. */
final class ExecTest {
  private static final String STACK =
      """
      name: shop
      services:
        web: {image: busybox}
        two: {image: busybox, scale: 2}
        off: {image: busybox, profiles: [extra]}
      """;

  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final List<ExecRequest> asked = new ArrayList<>();

  @BeforeEach
  void bring_up() {
    engine.onExec(
        "web",
        (container, request) -> {
          asked.add(request);
          return new ExecResult(OptionalInt.of(42), "I am " + container.name(), Duration.ZERO);
        });
    assertThat(program().run("up", "-d").code()).isZero();
  }

  private InProcess program() {
    return new InProcess(folder, engine).file("compose.yaml", STACK);
  }

  private InProcess.Result exec(String... args) {
    List<String> all = new ArrayList<>(List.of("exec"));
    all.addAll(List.of(args));
    return program().run(all.toArray(String[]::new));
  }

  @Test
  void the_output_and_the_code_are_those_of_the_command() {
    InProcess.Result result = exec("web", "hostname");

    assertThat(result).isEqualTo(new InProcess.Result(42, "I am shop-web-1", ""));
  }

  @Test
  void what_comes_in_goes_to_the_command_up_to_its_end() {
    InProcess.Result result = program().piping("two\nlines\n").run("exec", "two", "cat");

    assertThat(result).isEqualTo(new InProcess.Result(0, "two\nlines\n", ""));
  }

  @Test
  void what_follows_the_service_belongs_to_the_command() {
    exec("-u", "app", "-w", "/srv", "--privileged", "-e", "A=1", "web", "ls", "-u", "--workdir=/x");

    assertThat(asked)
        .containsExactly(
            new ExecRequest(
                List.of("ls", "-u", "--workdir=/x"),
                Optional.of("app"),
                Optional.of("/srv"),
                List.of("A=1"),
                Privileges.ALL));
  }

  /** The flag of all commands of that name says where the project is. */
  @Test
  void its_folder_is_the_container_s_and_says_nothing_of_the_project() {
    assertThat(exec("--workdir", "/nowhere", "web", "ls").code()).isEqualTo(42);
  }

  @Test
  void a_variable_without_a_value_has_that_of_the_project() {
    program()
        .file(".env", "FROM_FILE=f\nBOTH=file\n")
        .environment("BOTH", "process")
        .run(
            "exec",
            "-e",
            "FROM_FILE",
            "-e",
            "BOTH",
            "-e",
            "NOBODYS",
            "-e",
            "A=1",
            "-e",
            "A=2",
            "web",
            "env");

    assertThat(asked.getFirst().environment())
        .containsExactly("FROM_FILE=f", "BOTH=process", "NOBODYS", "A=2");
  }

  @Test
  void the_replica_of_the_lowest_number_is_preferred_to_others() {
    engine.containers().stop("shop-two-1", Optional.empty());
    exec("two", "true");
    engine.containers().start("shop-two-1");
    exec("two", "true");
    exec("--index", "2", "two", "true");

    assertThat(engine.calls().stream().filter(call -> call.startsWith("exec shop-two")))
        .containsExactly("exec shop-two-2", "exec shop-two-1", "exec shop-two-2");
  }

  @Test
  void a_name_is_enough() {
    assertThat(
            new InProcess(folder.resolve("..").normalize(), engine)
                .run("-p", "shop", "exec", "web", "hostname")
                .code())
        .isEqualTo(42);
  }

  @Test
  void a_program_that_is_missing_is_named_and_has_the_code_of_shells() {
    InProcess.Result result = exec("two", "/no/such/program");

    assertThat(result.code()).isEqualTo(127);
    assertThat(result.err()).startsWith("error: the program `/no/such/program` is not there");
    assertThat(exec("-d", "two", "/no/such/program").code()).isEqualTo(1);
  }

  @Test
  void a_service_that_does_not_run_is_told_in_the_words_of_docker_compose() {
    engine.containers().stop("shop-web-1", Optional.empty());

    assertThat(exec("web", "true").code()).isEqualTo(1);
    assertThat(exec("web", "true").err())
        .startsWith("error: service \"web\" is not running: `shop-web-1` is ")
        .contains("`start web`");
    assertThat(exec("wbe", "true").err())
        .isEqualTo("error: service \"wbe\" is not running\n  hint: did you mean `web`?\n");
    assertThat(exec("off", "true").err())
        .isEqualTo("error: service \"off\" is not running\n  hint: `up -d off` brings it up\n");
    assertThat(exec("--index", "3", "two", "true").err())
        .startsWith("error: service \"two\" is not running container #3\n");
  }

  @Test
  void without_files_the_hint_knows_what_the_engine_has() {
    assertThat(program().run("-p", "shop", "exec", "wbe", "true").err())
        .isEqualTo("error: service \"wbe\" is not running\n  hint: did you mean `web`?\n");
    assertThat(program().run("-p", "nope", "exec", "web", "true").err())
        .isEqualTo(
            """
            error: service "web" is not running
              hint: the engine has no project `nope`: `ls --all` lists those it has
            """);
  }

  @Test
  void a_variable_without_a_name_is_refused_before_anything_runs() {
    for (String variable : List.of("=x", "")) {
      InProcess.Result result = exec("-e", variable, "web", "true");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err())
          .startsWith("error: invalid environment variable: " + variable + ": `--env` takes ");
    }
    assertThat(program().run("run", "-e", "=x", "web").code()).isEqualTo(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_detached_command_is_begun_and_not_waited_for() {
    assertThat(exec("-d", "web", "hostname")).isEqualTo(new InProcess.Result(0, "", ""));
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_dry_run_says_what_would_run_and_where() {
    InProcess.Result result = program().run("--dry-run", "exec", "web", "ls", "-l");

    assertThat(result).isEqualTo(new InProcess.Result(0, "run `ls -l` in shop-web-1\n", ""));
    assertThat(asked).isEmpty();
  }
}
