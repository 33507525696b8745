package dev.fermata.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SwitchesTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "t", "T", "TRUE", "true", "True"})
  void a_switch_is_on_in_every_spelling_of_true(String text) {
    assertThat(called("ps", "--all=" + text).has(Sample.ALL)).isTrue();
    assertThat(called("ps", "-a=" + text).has(Sample.ALL)).isTrue();
    assertThat(called("--dry-run=" + text, "ps").has(Sample.DRY_RUN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "f", "F", "FALSE", "false", "False"})
  void a_switch_is_off_in_every_spelling_of_false(String text) {
    assertThat(called("ps", "--all=" + text).has(Sample.ALL)).isFalse();
    assertThat(called("--dry-run=" + text, "ps").has(Sample.DRY_RUN)).isFalse();
    assertThat(called("ps", "--help=" + text).has(Specs.HELP)).isFalse();
  }

  @Test
  void the_last_value_counts() {
    assertThat(called("ps", "--all", "--all=false").has(Sample.ALL)).isFalse();
    assertThat(called("ps", "-a=false", "-a").has(Sample.ALL)).isTrue();
    assertThat(called("--dry-run", "ps", "--dry-run=false").has(Sample.DRY_RUN)).isFalse();
  }

  @Test
  void a_word_behind_a_switch_is_not_its_value() {
    Arguments given = called("ps", "--all", "false", "-q", "true");

    assertThat(given.has(Sample.ALL)).isTrue();
    assertThat(given.operands()).containsExactly("false", "true");
  }

  @Test
  void behind_two_dashes_nothing_is_a_flag() {
    assertThat(called("ps", "-q", "--", "--all=false").operands()).containsExactly("--all=false");
  }

  @Test
  void another_word_is_refused() {
    assertThatThrownBy(() -> called("ps", "--all=maybe"))
        .isInstanceOfSatisfying(
            Misuse.class,
            misuse ->
                assertThat(misuse.sentence()).isEqualTo("`--all` is true or false, not `maybe`"));
  }

  @Test
  void help_shows_a_switch_without_a_value() {
    assertThat(Sample.help("ps", "--help")).contains("--all ").doesNotContain("--all=");
  }

  @Test
  void a_switch_may_be_on_by_default() {
    assertThat(called("ps").has(Sample.ORPHANS)).isTrue();
    assertThat(called("ps", "--orphans").has(Sample.ORPHANS)).isTrue();
    assertThat(called("ps", "--orphans=false").has(Sample.ORPHANS)).isFalse();
  }

  private static Arguments called(String... args) {
    return Sample.called(args);
  }
}
