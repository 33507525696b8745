package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script for bash, run by a bash as its own completion runs it. */
class CompletionIT {
  private static final String STACK =
      """
      services:
        web: {image: busybox}
        worker: {image: busybox}
      """;

  /** Cuts a line as bash does, at {@code =} as well; what is offered is printed. */
  private static final String PRESS_TAB =
      """
      source <(fermata completion bash)
      tab() {
        COMP_LINE=$1 COMP_POINT=${#1}
        shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
        _fermata 2>/dev/null
        echo "${COMPREPLY[*]}"
      }
      tab "fermata up w" fermata up w
      tab "fermata  up web wo" fermata up web wo
      tab "fermata up --pull=" fermata up --pull =
      tab "fermata up --pull=al" fermata up --pull = al
      tab "fermata scale web=2 wo" fermata scale web = 2 wo
      tab "fermata -f comp" fermata -f comp
      """;

  private final Scenario scenario = Scenario.of(STACK);

  @BeforeEach
  void install() throws IOException {
    Path program = scenario.folder().resolve("bin/fermata");
    Files.createDirectories(program.getParent());
    Scenario.writeLauncher(program);
  }

  @AfterEach
  void remove() {
    scenario.close();
  }

  @Test
  void a_bash_offers_what_the_program_says() throws IOException, InterruptedException {
    var bash = new ProcessBuilder(List.of("bash", "--norc", "-c", PRESS_TAB));
    bash.directory(scenario.folder().toFile()).redirectErrorStream(true);
    bash.environment().merge("PATH", "", (path, none) -> scenario.folder() + "/bin:" + path);
    Process process = bash.start();

    String offered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(offered.lines())
        .containsExactly(
            "web worker",
            "worker",
            "always missing never build",
            "always",
            "worker=",
            "compose.yaml");
  }
}
