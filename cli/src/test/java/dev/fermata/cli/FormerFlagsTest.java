package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts of former years go on, and their writers are told. */
final class FormerFlagsTest {
  private final FakeEngine engine = Shop.engine();
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = Shop.in(folder, engine);
  }

  @ParameterizedTest
  @CsvSource({
    "create --y,warning: --y is deprecated; please use --yes instead",
    "up -d --y=true,warning: --y is deprecated; please use --yes instead",
    "down --volume,warning: --volume is deprecated; please use --volumes",
    "--no-ansi ps,warning: option '--no-ansi' is DEPRECATED ! Please use '--ansi' instead.",
  })
  void a_former_flag_works_and_is_told(String line, String warning) {
    var result = program.run(line.split(" "));

    assertThat(result.code()).isZero();
    assertThat(result.err()).startsWith(warning.replace(';', ','));
  }

  @Test
  void a_former_name_means_what_the_present_one_does() {
    program.file("compose.yaml", Shop.FILE + "volumes: {data: {}}\n");
    program.run("--all-resources", "up", "-d");
    assertThat(engine.leftovers()).contains("volume shop_data");

    program.run("--all-resources", "down", "--volume");

    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void help_shows_the_present_names_alone() {
    assertThat(program.run("down", "--help").out()).doesNotContain("--volume ", "--volume,");
    assertThat(program.run("exec", "--help").out()).contains("-T, --no-tty ");
    assertThat(program.run("--no-ansi", "--ansi", "always", "ps").err())
        .contains("`--no-ansi` and `--ansi` exclude each other");
  }

  @Test
  void flags_of_old_builders_do_nothing() {
    assertThat(program.run("build", "--compress", "--no-rm").code()).isZero();
  }
}
