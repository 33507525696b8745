package dev.fermata.runner.watch.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebounceTest {
  @Test
  void one_file_waits_for_others_a_moment_only() {
    assertThat(Debounce.with(1).left(Duration.ZERO)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void where_much_has_changed_more_is_to_come() {
    assertThat(Debounce.with(5000).left(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void a_file_that_is_written_all_the_time_is_not_waited_for_to_the_end() {
    assertThat(Debounce.with(1).left(Duration.ofMillis(480))).isEqualTo(Duration.ofMillis(20));
    assertThat(Debounce.with(1).left(Duration.ofSeconds(1))).isNegative();
  }
}
