package dev.fermata.runner.docker.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineClockTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.7Z");

  @ParameterizedTest
  @CsvSource({
    "13:00:00, PT59M59.3S",
    "11:00:00, PT-1H-0.7S",
    "12:00:00, PT0S",
    "11:59:59, PT0S",
  })
  void it_goes_on_from_what_it_told_and_whole_seconds_are_no_difference(
      String told, Duration ahead) {
    var clock = new EngineClock(Optional.of("Thu, 01 Jan 2026 " + told + " GMT"), NOON);

    assertThat(clock.at(NOON)).isEqualTo(NOON.plus(ahead));
    assertThat(clock.at(NOON.plusSeconds(9))).isEqualTo(NOON.plusSeconds(9).plus(ahead));
  }

  @Test
  void one_that_is_not_told_is_taken_for_ours() {
    assertThat(new EngineClock(Optional.empty(), NOON).at(NOON)).isEqualTo(NOON);
    assertThat(new EngineClock(Optional.of("yesterday"), NOON).at(NOON)).isEqualTo(NOON);
  }
}
