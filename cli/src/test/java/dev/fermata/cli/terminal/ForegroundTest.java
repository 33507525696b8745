package dev.fermata.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ForegroundTest {
  @Test
  void the_group_that_has_the_terminal_is_in_the_foreground() {
    assertThat(Foreground.isOurs("71 (fermata) S 60 71 60 34816 71 4194304 9")).isTrue();
    assertThat(Foreground.isOurs("71 (fermata) S 60 71 60 34816 60 4194304 9")).isFalse();
  }

  @Test
  void a_name_with_parentheses_and_blanks_moves_no_field() {
    assertThat(Foreground.isOurs("71 (my ) tool) S 60 71 60 34816 71 4194304 9")).isTrue();
  }
}
