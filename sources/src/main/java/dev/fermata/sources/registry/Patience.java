package dev.fermata.sources.registry;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long a busy registry is waited for: a little longer each time, or as long as it asks for.
 * {@code told} hears, in a sentence, why and how long.
 */
public record Patience(InstantSource clock, Pause pause, Consumer<String> told) {
  private static final int MOST = 4;
  private static final Duration FIRST = Duration.ofSeconds(1);

  /** Nobody waits longer at a prompt. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** The time in which something goes on at once, for who reads along. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** How a while goes by. */
  public interface Pause {
    void take(Duration length) throws InterruptedException;
  }

  /** That of programs. */
  public static Patience of(Consumer<String> told) {
    return new Patience(InstantSource.system(), Thread::sleep, told);
  }

  /** How long after so many failures; empty where nobody is to wait any longer. */
  Optional<Duration> wait(BusyRegistry busy, int failed) {
    Duration own = FIRST.multipliedBy(1L << failed);
    Duration wait = busy.asked(clock.instant()).filter(it -> it.compareTo(own) > 0).orElse(own);
    return failed < MOST && !isTooLong(wait) ? Optional.of(wait) : Optional.empty();
  }

  boolean isTooLong(Duration wait) {
    return wait.compareTo(LONGEST) > 0;
  }

  void take(BusyRegistry busy, Duration wait) throws InterruptedException {
    told.accept("%s; asked again in %s".formatted(busy.getMessage(), moment(wait)));
    pause.take(wait);
  }

  /** {@code 3 s}, or with the time of day where somebody would look at a clock. */
  String moment(Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    String length = seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
    return wait.compareTo(SOON) < 0 ? length : length + ", at " + time(wait);
  }

  private String time(Duration wait) {
    ZonedDateTime now = clock.instant().atZone(ZoneId.systemDefault());
    ZonedDateTime then = now.plus(wait);
    boolean isToday = then.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return (isToday ? TIME : DAY_AND_TIME).format(then);
  }
}
