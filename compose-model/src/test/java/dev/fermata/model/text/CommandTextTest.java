package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {
  private static List<String> words(String line) {
    return CommandText.parse(line) instanceof Parsed.Good<List<String>> good
        ? good.value()
        : List.of("?");
  }

  @Test
  void splits_at_spaces_outside_of_quotes() {
    assertThat(words("run  'a b' \"c d\"e ''")).containsExactly("run", "a b", "c de", "");
  }

  @Test
  void a_backslash_takes_the_next_character_as_it_is() {
    assertThat(words("a\\ b \\\"c\\\" 'd\\e'")).containsExactly("a b", "\"c\"", "d\\e");
  }

  @Test
  void variables_and_substitutions_stay() {
    assertThat(words("echo $HOME $(date +%s) `id -u`"))
        .containsExactly("echo", "$HOME", "$(date +%s)", "`id -u`");
  }

  @Test
  void what_a_shell_would_take_ends_the_command() {
    assertThat(words("echo a; echo b")).containsExactly("echo", "a");
  }

  @Test
  void nothing_is_no_words() {
    assertThat(words("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"echo 'a, 5", "echo (a), 5", "echo a), 6", "echo \\, 5"})
  void names_the_place_of_a_mistake(String line, int offset) {
    assertThat(CommandText.parse(line))
        .isInstanceOfSatisfying(
            Parsed.Bad.class, bad -> assertThat(bad.offset()).isEqualTo(offset));
  }
}
