package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {
  private final Deque<EngineException> failures = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();
  private final List<Duration> told = new ArrayList<>();

  /** Each wait is over at once. */
  private final class NoTime implements Time {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Alarm alarm(Duration delay, Runnable wake) {
      waits.add(delay);
      wake.run();
      return () -> {};
    }
  }

  private void run() throws InterruptedException {
    new Retries(new NoTime(), (busy, wait) -> told.add(wait)).run(this::call);
  }

  private void call() {
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
  }

  private void busy(int times, String words) {
    for (int i = 0; i < times; i++) {
      failures.add(new EngineException(Kind.REGISTRY_BUSY, "busy", words));
    }
  }

  @Test
  void a_busy_registry_is_asked_again_after_longer_and_longer_waits() throws InterruptedException {
    busy(4, "503");

    run();

    assertThat(waits)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));
    assertThat(told).isEqualTo(waits);
  }

  @Test
  void one_that_stays_busy_is_an_error_in_the_end() {
    busy(5, "503");

    assertThatThrownBy(this::run).hasMessage("busy");
    assertThat(waits).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "'toomanyrequests: retry-after: 2.5s, allowed: 44000/minute', 2500",
    "'toomanyrequests: retry-after: 348.417µs, allowed: 44000/minute', 1000",
    "'Retry-After: 7', 7000",
    "'retry after 1m', 60000",
  })
  void it_is_waited_as_long_as_the_registry_asks(String words, long millis)
      throws InterruptedException {
    busy(1, words);

    run();

    assertThat(waits).containsExactly(Duration.ofMillis(millis));
  }

  @Test
  void nobody_is_kept_waiting_for_more_than_a_minute() {
    busy(1, "retry-after: 1h");

    assertThatThrownBy(this::run).hasMessageStartingWith("busy; it goes on in 60 min, at ");
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"ACCESS_DENIED", "IMAGE_NOT_FOUND", "REGISTRY_UNREACHABLE", "INTERRUPTED", "OTHER"})
  void what_is_refused_for_good_is_not_asked_twice(Kind kind) {
    failures.add(new EngineException(kind, "no", ""));

    assertThatThrownBy(this::run).hasMessage("no");
    assertThat(waits).isEmpty();
  }
}
