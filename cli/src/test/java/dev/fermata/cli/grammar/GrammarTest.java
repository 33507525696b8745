package dev.fermata.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrammarTest {

  @Test
  void a_sub_command_is_called_by_its_words() {
    Arguments given = Sample.called("explain", "env", "web", "--format", "json");

    assertThat(given.operands()).containsExactly("web");
    assertThat(given.get(Sample.FORMAT)).isEqualTo("json");
  }

  @Test
  void flags_may_stand_between_the_words_of_a_sub_command() {
    Arguments given =
        Sample.called("explain", "--format", "json", "-p", "shop", "--dry-run", "env", "web");

    assertThat(given.operands()).containsExactly("web");
    assertThat(given.get(Sample.FORMAT)).isEqualTo("json");
    assertThat(given.get(Sample.PROJECT)).hasValue("shop");
    assertThat(given.has(Sample.DRY_RUN)).isTrue();
  }

  @Test
  void a_sub_command_may_have_more_than_two_words() {
    assertThat(Sample.called("bridge", "tools", "list", "x").operands()).containsExactly("x");
  }

  @Test
  void without_its_last_word_the_commands_below_are_shown() {
    assertThat(Sample.help("bridge"))
        .contains("Usage: fermata bridge COMMAND", "  convert ", "  tools list ")
        .doesNotContain("  bridge");
    assertThat(Sample.help("help", "bridge")).isEqualTo(Sample.help("bridge", "--help"));
    assertThat(Sample.help("help", "explain", "env")).contains("Usage: fermata explain env ");
    assertThat(Sample.help("--help")).contains("  explain env ", "  bridge tools list ");
  }

  @Test
  void where_a_program_is_called_its_arguments_are_its_own() {
    Arguments given =
        Sample.called(
            "exec", "-tu", "root", "-e", "A=b", "web", "ls", "-a", "--tty", "-p", "--", "--env=x");

    assertThat(given.operands()).containsExactly("web", "ls", "-a", "--tty", "-p", "--", "--env=x");
    assertThat(given.get(Sample.USER)).hasValue("root");
    assertThat(given.get(Sample.ENV)).containsExactly("A=b");
    assertThat(given.has(Sample.TTY)).isTrue();
  }

  @Test
  void two_dashes_end_the_flags_before_the_first_operand() {
    assertThat(Sample.called("--", "ps", "web").operands()).containsExactly("web");
    assertThat(Sample.called("exec", "-t", "--", "web", "-x").operands())
        .containsExactly("web", "-x");
    assertThat(Sample.called("exec", "-uroot", "web", "-x").operands())
        .containsExactly("web", "-x");
    assertThat(Sample.called("exec", "--user=root", "web", "--", "x").operands())
        .containsExactly("web", "--", "x");
  }

  @Test
  void flags_stand_anywhere_else() {
    Arguments given = Sample.called("-p", "a", "ps", "web", "-a", "db", "-p", "b");

    assertThat(given.operands()).containsExactly("web", "db");
    assertThat(given.has(Sample.ALL)).isTrue();
    assertThat(given.get(Sample.PROJECT)).hasValue("b");
  }

  @Test
  void letters_of_switches_may_stand_in_one_word() {
    Arguments given = Sample.called("ps", "-aq");

    assertThat(given.has(Sample.ALL)).isTrue();
    assertThat(given.has(Sample.QUIET)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "explain env,`fermata explain env` lacks its SERVICE",
        "explain env a b,`fermata explain env` takes no further argument `b`",
        "explain network,unknown command `explain network`",
        "exec web,`fermata exec` lacks its COMMAND",
        "bridge tools lst,unknown command `bridge tools lst`",
        "ps --al,unknown flag `--al` of `fermata ps`",
        "explain env a --format x,\"`--format` is one of table, json, not `x`\"",
      })
  void what_makes_no_sense_is_said(String line, String sentence) {
    assertThatThrownBy(() -> Sample.called(line.split(" ", -1)).get(Sample.FORMAT))
        .isInstanceOfSatisfying(
            Misuse.class, misuse -> assertThat(misuse.sentence()).isEqualTo(sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "exlain,did you mean `explain`?",
    "explain evn,did you mean `explain env`?",
    "explain network,`fermata explain --help` lists them",
    "network,`fermata --help` lists them",
    "ps --orphan,did you mean `--orphans`?",
  })
  void a_near_word_is_suggested(String line, String hint) {
    assertThatThrownBy(() -> Sample.called(line.split(" ", -1)))
        .isInstanceOfSatisfying(Misuse.class, misuse -> assertThat(misuse.hint()).hasValue(hint));
  }

  @Test
  void a_flag_that_the_command_does_not_have_cannot_be_read() {
    Arguments given = Sample.called("ps");

    assertThatThrownBy(() -> given.get(Sample.USER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ps has no flag --user");
  }

  @Test
  void what_excludes_each_other_is_refused() {
    var exclusion = new Exclusion(Sample.ALL, Sample.QUIET);

    exclusion.check(Sample.called("ps", "-a", "--quiet=false"));
    assertThat(List.of(exclusion)).isEqualTo(Exclusion.of(Sample.ALL, Sample.QUIET));
    assertThatThrownBy(() -> exclusion.check(Sample.called("ps", "-aq")))
        .hasMessage("`--all` and `--quiet` exclude each other");
  }
}
