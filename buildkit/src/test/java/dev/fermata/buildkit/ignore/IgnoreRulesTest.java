package dev.fermata.buildkit.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

  @ParameterizedTest
  @CsvSource({
    "*, a, true",
    "*.txt, a.txt, true",
    "*.txt, d/a.txt, false",
    "**/*.txt, d/e/a.txt, true",
    "**/*.txt, a.txt, true",
    "d, d/e/f, true",
    "/d, d/e, true",
    "./d/, d/e, true",
    "d/../x, x, true",
    "**, any/thing, true",
    "d/**, d/e, true",
    "d/**, d, false",
    "d/**/f, d/f, true",
    "d/**/f, d/e/e/f, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[[]x, [x, true",
    "[[]x, ax, false",
    "[^a-c]x, bx, false",
    "[^a-c]x, dx, true",
    "[\\]a]x, ]x, true",
    "[a&&b]x, &x, true",
    "\\d, 5, true",
    "a.b, axb, false",
    "a\\*b, a*b, true",
    "a\\*b, axb, false",
    "a+(b), a+(b), true",
    "*/temp*, sub/temporary.txt, true",
    "*/*/temp*, sub/temporary.txt, false",
  })
  void patterns_match_as_in_the_engine(String pattern, String path, boolean ignored) {
    assertThat(IgnoreRules.parse(".dockerignore", pattern).ignores(path)).isEqualTo(ignored);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\n[b', '.dockerignore:2: `[b` is no pattern: a `[` has no `]`'",
    "'[]a]', '.dockerignore:1: `[]a]` is no pattern: a `]` stands where a letter belongs'",
    "'[a-]', '.dockerignore:1: `[a-]` is no pattern: a `]` stands where a letter belongs'",
    "'!x\\', '.dockerignore:1: `x\\` is no pattern: a `\\` has nothing behind it'",
    "'[z-a]', '.dockerignore:1: `[z-a]` is no pattern: a range of letters ends before it begins'",
  })
  void what_is_no_pattern_is_said_with_its_place(String text, String message) {
    assertThatThrownBy(() -> IgnoreRules.parse(".dockerignore", text.replace("\\n", "\n")))
        .isInstanceOf(PatternException.class)
        .hasMessage(message);
  }

  @Test
  void the_last_rule_that_matches_decides() {
    var rules = IgnoreRules.parse(".dockerignore", "*.md\n!README*.md\nREADME-secret.md\n");
    assertThat(rules.ignores("a.md")).isTrue();
    assertThat(rules.ignores("README.md")).isFalse();
    assertThat(rules.ignores("README-secret.md")).isTrue();
  }

  @Test
  void comments_blank_lines_and_a_byte_order_mark_are_skipped() {
    var rules = IgnoreRules.parse(".dockerignore", "\uFEFFa\n\n# b\n   \n  c  \r\n");
    assertThat(rules.ignores("a")).isTrue();
    assertThat(rules.ignores("b")).isFalse();
    assertThat(rules.ignores("# b")).isFalse();
    assertThat(rules.ignores("c")).isTrue();
  }

  @Test
  void a_folder_is_walked_if_something_in_it_may_be_taken_back() {
    var rules = IgnoreRules.parse(".dockerignore", "target\nother\n!target/app.jar\n");
    assertThat(rules.ignores("target/app.jar")).isFalse();
    assertThat(rules.mayTakeBackBelow("target")).isTrue();
    assertThat(rules.mayTakeBackBelow("other")).isFalse();
    assertThat(IgnoreRules.parse(".dockerignore", "*\n!**/x\n").mayTakeBackBelow("any")).isTrue();
  }
}
