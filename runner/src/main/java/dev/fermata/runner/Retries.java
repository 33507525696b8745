package dev.fermata.runner;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls that a busy registry may well answer a little later: they are made again, each time after a
 * longer wait, or after the one that the registry asks for. What it refuses for good is not asked
 * twice. {@code told} hears why and how long is waited.
 */
record Retries(Time time, Pause pause, BiConsumer<EngineException, Duration> told) {
  private static final int MOST = 4;
  private static final Duration FIRST = Duration.ofSeconds(1);

  /** Nobody waits longer at a prompt. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** In words of registries, as the engine hands them on. */
  private static final Pattern ASKED =
      Pattern.compile(
          "retry[- ]after:? *([0-9.]+) *(ns|us|µs|ms|s|m|h)?", Pattern.CASE_INSENSITIVE);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** How a while goes by. */
  interface Pause {
    void take(Duration length) throws InterruptedException;
  }

  Retries(Time time, BiConsumer<EngineException, Duration> told) {
    this(time, length -> new Signal().await(time, length), told);
  }

  void run(Runnable call) throws InterruptedException {
    get(() -> {
      call.run();
      return true;
    });
  }

  <T> T get(Supplier<T> call) throws InterruptedException {
    for (int failed = 0; ; failed++) {
      try {
        return call.get();
      } catch (EngineException e) {
        Optional<Duration> wait = wait(e, failed);
        if (wait.isEmpty()) {
          throw withTime(e);
        }
        told.accept(e, wait.get());
        pause.take(wait.get());
      }
    }
  }

  private static Optional<Duration> wait(EngineException e, int failed) {
    if (e.kind() != Kind.REGISTRY_BUSY || failed >= MOST) {
      return Optional.empty();
    }
    Duration own = FIRST.multipliedBy(1L << failed);
    Duration asked = asked(e.detail()).orElse(own);
    return Optional.of(asked.compareTo(own) > 0 ? asked : own)
        .filter(wait -> wait.compareTo(LONGEST) <= 0);
  }

  /** Where nobody waits as long as the registry asks, everybody wants to know when it goes on. */
  private EngineException withTime(EngineException e) {
    Optional<Duration> asked =
        Optional.of(e)
            .filter(it -> it.kind() == Kind.REGISTRY_BUSY)
            .flatMap(it -> asked(it.detail()))
            .filter(it -> it.compareTo(LONGEST) > 0);
    if (asked.isEmpty()) {
      return e;
    }
    String then = TIME.format(time.now().plus(asked.get()).atZone(ZoneId.systemDefault()));
    long minutes = asked.get().plusSeconds(59).toMinutes();
    return e.told("%s; it goes on in %d min, at %s".formatted(e.getMessage(), minutes, then));
  }

  private static Optional<Duration> asked(String words) {
    Matcher matcher = ASKED.matcher(words);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
    double nanos = Double.parseDouble(matcher.group(1)) * nanosOf(unit);
    return Optional.of(Duration.ofNanos((long) Math.min(nanos, Long.MAX_VALUE / 2.0)));
  }

  private static double nanosOf(String unit) {
    return switch (unit) {
      case "h" -> 3_600e9;
      case "m" -> 60e9;
      case "s" -> 1e9;
      case "ms" -> 1e6;
      case "ns" -> 1;
      default -> 1e3;
    };
  }
}
