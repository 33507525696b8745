package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.PullPolicy;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.RestartPolicy.Condition;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTextTest {

  @Test
  void on_failure_may_be_bounded() {
    assertThat(RestartText.parse("on-failure:3"))
        .isEqualTo(Parsed.good(new RestartPolicy(Condition.ON_FAILURE, 3)));
  }

  @ParameterizedTest
  @CsvSource({"sometimes, 0, 9", "always:3, 6, 2", "on-failure:x, 11, 1"})
  void a_bad_restart_policy_names_its_place(String text, int offset, int length) {
    assertThat(RestartText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Bad.class,
            bad -> {
              assertThat(bad.offset()).isEqualTo(offset);
              assertThat(bad.length()).isEqualTo(length);
            });
  }

  @Test
  void a_pull_policy_may_have_a_window() {
    assertThat(PullPolicyText.parse("every_12h"))
        .isEqualTo(
            Parsed.good(
                new PullPolicy(PullPolicy.Kind.REFRESH, Optional.of(Duration.ofHours(12)))));
  }

  @Test
  void a_bad_window_names_its_place() {
    assertThat(PullPolicyText.parse("every_12x"))
        .isInstanceOfSatisfying(Parsed.Bad.class, bad -> assertThat(bad.offset()).isEqualTo(8));
  }
}
