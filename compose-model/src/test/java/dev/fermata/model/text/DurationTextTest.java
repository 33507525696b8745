package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "30s, 30s",
    "90s, 1m30s",
    "1h, 1h0m0s",
    "1.5h, 1h30m0s",
    "2d, 48h0m0s",
    "1w, 168h0m0s",
    "1500ms, 1.5s",
    "300ms, 300ms",
    "1us, 1µs",
    "0, 0s",
    ".5s, 500ms",
    "-3s, -3s",
    "1h1ns, 1h0m0.000000001s"
  })
  void is_printed_as_docker_compose_does(String text, String printed) {
    assertThat(DurationText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Good.class,
            good -> assertThat(DurationText.format((Duration) good.value())).isEqualTo(printed));
  }

  @ParameterizedTest
  @CsvSource({"30, 0, 2", "1m30, 2, 2", "10x, 2, 1", "5 s, 1, 2", "s, 0, 1", "1.s.s, 3, 2"})
  void names_the_place_of_a_mistake(String text, int offset, int length) {
    assertThat(DurationText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Bad.class,
            bad -> {
              assertThat(bad.offset()).isEqualTo(offset);
              assertThat(bad.length()).isEqualTo(length);
            });
  }

  @Test
  void does_not_overflow() {
    assertThat(DurationText.parse("999999999999h")).isInstanceOf(Parsed.Bad.class);
  }
}
