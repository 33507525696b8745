package dev.fermata.runner.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream.Line;
import dev.fermata.runner.engine.LogStream.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ResumptionTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Resumption resumption =
      new Resumption(new LogRequest(OptionalInt.of(5), Optional.empty(), LogRequest.Mode.FOLLOW));

  private static Line line(Instant time, String text) {
    return new Line(Origin.STDOUT, time, text);
  }

  @Test
  void lines_of_one_time_are_told_apart_by_their_count() {
    resumption.request(LogRequest.Mode.FOLLOW);
    assertThat(resumption.isNew(line(NOON, "a"))).isTrue();
    assertThat(resumption.isNew(line(NOON, "b"))).isTrue();

    assertThat(resumption.request(LogRequest.Mode.FOLLOW).since()).contains(NOON);
    assertThat(resumption.isNew(line(NOON, "a"))).isFalse();
    assertThat(resumption.isNew(line(NOON, "b"))).isFalse();
    assertThat(resumption.isNew(line(NOON, "c"))).isTrue();
    assertThat(resumption.isNew(line(NOON.plusNanos(1), "d"))).isTrue();
  }

  @Test
  void a_stream_that_starts_too_early_repeats_nothing() {
    resumption.request(LogRequest.Mode.FOLLOW);
    resumption.isNew(line(NOON, "a"));

    resumption.request(LogRequest.Mode.FOLLOW);
    assertThat(resumption.isNew(line(NOON.minusSeconds(1), "old"))).isFalse();
  }

  @Test
  void what_bears_the_time_of_the_last_line_of_the_past_is_past() {
    Resumption after = Resumption.after(line(NOON, "last words"));

    assertThat(after.request(LogRequest.Mode.FOLLOW).since()).contains(NOON);
    assertThat(after.isNew(line(NOON, "last words"))).isFalse();
    assertThat(after.isNew(line(NOON.plusNanos(1), "new"))).isTrue();
  }
}
