package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HelpTest {
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = Shop.in(folder, Shop.engine());
  }

  @Test
  void a_page_has_the_usage_the_flags_and_calls_that_teach() {
    assertThat(program.run("start", "--help").out())
        .isEqualTo(
            """
            Usage: fermata start [OPTIONS] [SERVICE...]

            Start services that are there

            Options:
                  --gate=RULE             What a plain depends_on waits for: ready, or
                                          compose (started, as Docker Compose)
              -h, --help                  Show this help
                  --wait                  Wait until all is ready
                  --wait-timeout=SECONDS  Longest wait for a service

            Examples:
              # Start what `create` has made or `stop` has stopped
              fermata start
              # Return when `web` is ready
              fermata start --wait web

            Flags of every command: fermata --help
            """);
  }

  @Test
  void all_ways_to_ask_have_the_same_answer() {
    String page = program.run("start", "--help").out();

    assertThat(program.run("help", "start").out()).isEqualTo(page);
    assertThat(program.run("start", "-h").out()).isEqualTo(page);
    assertThat(program.run("-p", "shop", "help", "start").out()).isEqualTo(page);
    assertThat(program.run().out()).isEqualTo(program.run("--help").out()).contains("Commands:");
  }

  @Test
  void colours_tell_what_a_word_is_where_they_are_wanted() {
    assertThat(program.run("--ansi", "always", "start", "--help").out())
        .contains("\u001b[1mOptions:\u001b[0m", "\u001b[33m--wait-timeout\u001b[0m\u001b[32m=");
    assertThat(program.run("--ansi=always", "--help").out()).contains("\u001b[36mstart\u001b[0m");
    assertThat(program.run("start", "--help").out()).doesNotContain("\u001b");
    assertThat(program.run("--ansi", "pink", "--help").err()).contains("`--ansi` is one of");
  }
}
