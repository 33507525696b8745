package dev.fermata.model.load.select;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "web, web",
    "w*, web",
    "*, web",
    "?eb, web",
    "[vw]eb, web",
    "[a-w]eb, web",
    "[^a-v]eb, web",
    "\\web, web",
    "[\\w]eb, web",
    "[!w]eb, web",
    "w.b, w.b",
    "w\\*b, w*b",
    "[&&w]eb, web",
  })
  void a_pattern_matches_as_in_go(String pattern, String name) {
    assertThat(Glob.of(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "we, web",
    "w?, web",
    "[^w]eb, web",
    "[x-z]eb, web",
    "w.b, web",
    "{web,db}, web",
    "W*, web",
  })
  void a_pattern_for_something_else_does_not(String pattern, String name) {
    assertThat(Glob.of(pattern).matches(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a", "[]a]", "[z-a]", "[a-]", "a\\", "["})
  void what_is_no_pattern_matches_nothing(String pattern) {
    assertThat(Glob.of(pattern).matches("a")).isFalse();
    assertThat(Glob.of(pattern).matches(pattern)).isFalse();
  }
}
