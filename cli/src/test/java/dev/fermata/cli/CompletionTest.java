package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompletionTest {
  private final FakeEngine engine = Shop.engine();
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = Shop.in(folder, engine);
    program.file(
        "compose.yaml",
        Shop.FILE + "  tool: {image: busybox, profiles: [debug], env_file: none.env}\n");
  }

  /** A dot stands for the end of the line: the word before it is the one being typed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ver.                  | version :4",
        "explain .             | env db tool web :4",
        "explain e.            | env :4",
        "explain env .         | db tool web :4",
        "explain -- .          | db tool web :4",
        "--isolate up w.       | web :4",
        "help vers.            | version :4",
        "up --no-b.            | --no-build :4",
        "up --pull .           | always missing never build :4",
        "up --pull=n.          | never :4",
        "-p x --ansi=.         | never always auto :4",
        "up .                  | db tool web :4",
        "up web t.             | tool :4",
        "up -t 3 --attach w.   | web :4",
        "up -- w.              | web :4",
        "scale w.              | web= :6",
        "scale web=2 d.        | db= :6",
        "up --scale .          | db= tool= web= :6",
        "--profile .           | debug :4",
        "exec -u root w.       | web :4",
        "exec web sh .         | :0",
        "run -ti web --no-.    | :0",
        "cp w.                 | web: :2",
        "cp ./.                | :0",
        "config -o .           | :0",
        "--project-directory . | :16",
        "-f .                  | yaml yml :8",
        "ps --status=run.      | running :4",
        "version .             | :4",
        "explain env web .     | :4",
        "nothing .             | :4",
        "--ansi pink up .      | :1",
        "-f - up .             | :4",
        "-f none.yaml up .     | :4",
      })
  void what_may_stand_at_the_cursor_is_offered(String line, String answer) {
    assertThat(offered(line)).isEqualTo(answer);
  }

  @Test
  void an_offer_says_what_it_is_unless_the_shell_has_no_use_for_that() {
    assertThat(program.run("__complete", "vers").out())
        .isEqualTo("version\tShow the version\n:4\n");
    assertThat(program.run("__completeNoDesc", "vers").out()).isEqualTo("version\n:4\n");
  }

  @Test
  void projects_and_services_without_files_are_those_of_the_engine() {
    program.run("up", "-d");
    program.file("compose.yaml", "services: [");

    assertThat(offered("-p .")).isEqualTo("shop :4");
    assertThat(offered("-p shop -f none.yaml logs w.")).isEqualTo("web :4");
  }

  @Test
  void an_engine_that_does_not_answer_is_passed_over_in_silence() {
    engine.fail("list com.docker.compose.project", Kind.UNREACHABLE, "no engine");

    var result = program.run("__complete", "-p", "");

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(":4\n");
  }

  @Test
  void the_docker_client_asks_for_its_plugin_in_the_same_words() {
    assertThat(program.run("__complete", "compose", "up", "w").out()).isEqualTo("web\n:4\n");
    assertThat(program.run("__complete", "fermata", "").out()).contains("up\t");
  }

  @Test
  void a_script_is_there_for_each_shell() {
    assertThat(program.run("completion", "bash").out()).contains("complete -F _fermata fermata\n");
    assertThat(program.run("completion", "zsh").out()).startsWith("#compdef fermata\n");
    assertThat(program.run("completion", "fish").out()).contains("complete -c fermata -f");
    assertThat(program.run("completion", "csh").err())
        .isEqualTo("error: there is completion for bash, fish, zsh, not for `csh`\n");
    assertThat(program.run("compose", "completion", "zsh").err())
        .contains("  hint: ", "    docker completion zsh\n");
  }

  private String offered(String line) {
    String typed = line.substring(0, line.length() - 1);
    Stream<String> words =
        Stream.concat(Stream.of("__completeNoDesc"), Stream.of(typed.split(" ", -1)));
    return program.run(words.toArray(String[]::new)).out().strip().replace('\n', ' ');
  }
}
