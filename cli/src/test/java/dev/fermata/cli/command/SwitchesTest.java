package dev.fermata.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SwitchesTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "t", "T", "TRUE", "true", "True"})
  void a_switch_is_on_in_every_spelling_of_true(String text) {
    assertThat(called("ps", "--all=" + text).has("--all")).isTrue();
    assertThat(called("ps", "-a=" + text).has("--all")).isTrue();
    assertThat(called("--dry-run=" + text, "ps").has("--dry-run")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "f", "F", "FALSE", "false", "False"})
  void a_switch_is_off_in_every_spelling_of_false(String text) {
    assertThat(called("ps", "--all=" + text).has("--all")).isFalse();
    assertThat(called("ps", "--all=" + text).isOff("--all")).isTrue();
    assertThat(called("--dry-run=" + text, "ps").has("--dry-run")).isFalse();
    assertThat(called("ps", "--help=" + text).has("--help")).isFalse();
  }

  @Test
  void the_last_value_counts() {
    assertThat(called("ps", "--all", "--all=false").has("--all")).isFalse();
    assertThat(called("ps", "-a=false", "-a").has("--all")).isTrue();
    assertThat(called("--dry-run", "ps", "--dry-run=false").has("--dry-run")).isFalse();
  }

  @Test
  void a_word_behind_a_switch_is_not_its_value() {
    Arguments given = called("ps", "--all", "false", "-q", "true");

    assertThat(given.has("--all")).isTrue();
    assertThat(given.positionals()).containsExactly("false", "true");
  }

  @Test
  void behind_two_dashes_nothing_is_a_flag() {
    assertThat(called("ps", "-q", "--", "--all=false").positionals())
        .containsExactly("--all=false");
  }

  @Test
  void another_word_is_refused() {
    assertThat(new Grammar("fermata").parse(Arrays.asList("ps", "--all=maybe")))
        .isInstanceOfSatisfying(
            Grammar.Parsed.Wrong.class,
            wrong ->
                assertThat(wrong.why().message())
                    .isEqualTo("`--all` is true or false, not `maybe`"));
  }

  @Test
  void help_shows_a_switch_without_a_value() {
    assertThat(new Grammar("fermata").parse(Arrays.asList("ps", "--help")))
        .isInstanceOfSatisfying(
            Grammar.Parsed.Help.class,
            help -> assertThat(help.text()).contains("--all ").doesNotContain("--all="));
  }

  private static Arguments called(String... args) {
    return ((Grammar.Parsed.Called) new Grammar("fermata").parse(Arrays.asList(args))).arguments();
  }
}
