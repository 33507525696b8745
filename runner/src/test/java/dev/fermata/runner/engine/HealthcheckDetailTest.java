package dev.fermata.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthcheckDetailTest {
  private static HealthcheckDetail check(String... test) {
    return new HealthcheckDetail(
        List.of(test), Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, Duration.ZERO);
  }

  @Test
  void the_words_of_a_command_are_run_as_they_are() {
    HealthcheckDetail check = check("CMD", "curl", "-f", "http://localhost/a b");
    assertThat(check.command()).containsExactly("curl", "-f", "http://localhost/a b");
    assertThat(check.text()).isEqualTo("curl -f http://localhost/a b");
  }

  @Test
  void a_line_for_the_shell_is_run_by_it_and_told_without_it() {
    HealthcheckDetail check = check("CMD-SHELL", "pg_isready || exit 1");
    assertThat(check.command()).containsExactly("/bin/sh", "-c", "pg_isready || exit 1");
    assertThat(check.text()).isEqualTo("pg_isready || exit 1");
  }

  @Test
  void what_says_no_form_is_the_command_itself() {
    assertThat(check("ready", "now").command()).containsExactly("ready", "now");
    assertThat(check("ready", "now").text()).isEqualTo("ready now");
  }
}
