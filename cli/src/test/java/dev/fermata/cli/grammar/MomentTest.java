package dev.fermata.cli.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final Flag<Optional<Moment>> SINCE = Moment.flag("", "--since");

  private static Instant read(String text) {
    return SINCE.read(List.of(text)).orElseThrow().seenAt(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "10m,2026-06-15T11:50:00Z",
    "1h30m,2026-06-15T10:30:00Z",
    "1.5h,2026-06-15T10:30:00Z",
    "+5s,2026-06-15T11:59:55Z",
    "-5s,2026-06-15T12:00:05Z",
    "250ms,2026-06-15T11:59:59.750Z",
    "1s500us,2026-06-15T11:59:58.999500Z",
    "2d,2026-06-13T12:00:00Z",
    "0s,2026-06-15T12:00:00Z",
    "0,1970-01-01T00:00:00Z",
    "1769860800,2026-01-31T12:00:00Z",
    "1769860800.5,2026-01-31T12:00:00.500Z",
    "1769860800.000000001,2026-01-31T12:00:00.000000001Z",
    "2026-01-31Z,2026-01-31T00:00:00Z",
    "2026-01-31+02:00,2026-01-30T22:00:00Z",
    "2026-01-31T12Z,2026-01-31T12:00:00Z",
    "2026-01-31T12:30Z,2026-01-31T12:30:00Z",
    "2026-01-31T12:30:15Z,2026-01-31T12:30:15Z",
    "2026-01-31T12:30:15.25-01:00,2026-01-31T13:30:15.250Z",
    "2026-01-31 12:30:15.123456789+0000,2026-01-31T12:30:15.123456789Z",
  })
  void a_time_is_written_in_many_ways(String text, Instant time) {
    assertThat(read(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31,2026-01-31T00:00",
    "2026-01-31T12,2026-01-31T12:00",
    "2026-01-31T12:30:15,2026-01-31T12:30:15",
  })
  void without_a_zone_it_is_the_users(String text, LocalDateTime local) {
    assertThat(read(text)).isEqualTo(local.atZone(ZoneId.systemDefault()).toInstant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "m", "12:00", "10 m", "10m ago", "2026-1-31"})
  void what_is_no_time_is_told_with_the_forms_there_are(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Misuse.class, misuse -> assertThat(misuse.hint().orElseThrow()).contains("10m"))
        .hasMessage("`--since` takes a time, not `" + text + "`");
  }

  @Test
  void a_day_that_no_month_has_is_told() {
    assertThatThrownBy(() -> read("2026-02-30"))
        .hasMessage("`--since`: no calendar has `2026-02-30`");
  }
}
