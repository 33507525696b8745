package dev.fermata.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private static final Instant LATER = Sample.START.plusMillis(2300);

  @Test
  void a_pull_shows_its_layers_as_one_bar() {
    Screen screen =
        after(
            new Event.StepBegun(Sample.PULL),
            new Event.StepProgressed(
                Sample.PULL, new ImageProgress("aaa", "Downloading", 5_000_000, 20_000_000)),
            new Event.StepProgressed(
                Sample.PULL, new ImageProgress("bbb", "Downloading", 5_000_000, 20_000_000)));

    assertThat(lines(screen, 90))
        .containsExactly(
            "[+] up 0/1",
            " ⠸ Image postgres:17 Pulling [█████               ] 10.0/40.0 MB                     2.3s");
  }

  @Test
  void a_gate_says_whom_it_holds_and_what_the_last_probe_said() {
    Screen screen =
        after(
            new Event.StepBegun(Sample.START_DB),
            new Event.StepEnded(Sample.START_DB, new Outcome.Done(Duration.ofMillis(300))),
            new Event.StepBegun(Sample.AWAIT_DB),
            new Event.StillWaiting(
                Sample.AWAIT_DB, Duration.ofSeconds(1), "web waits; probe: exit 1: no response"));

    assertThat(lines(screen, 80).getLast())
        .startsWith(" ⠸ Container shop-db-1 Waiting  web waits; probe: exit 1: no response");
  }

  @Test
  void a_done_row_keeps_its_time() {
    Screen screen = after(new Event.StepBegun(Sample.START_DB));
    screen =
        screen.after(
            new Event.StepEnded(Sample.START_DB, new Outcome.Done(Duration.ofMillis(300))),
            Sample.START.plusMillis(300));

    assertThat(lines(screen, 50))
        .containsExactly("[+] up 1/1", " ✔ Container shop-db-1 Started               0.3s");
  }

  @Test
  void lines_never_exceed_a_narrow_terminal() {
    Screen screen =
        after(
            new Event.StepBegun(Sample.AWAIT_DB),
            new Event.StillWaiting(Sample.AWAIT_DB, Duration.ofSeconds(1), "x".repeat(200)));

    assertThat(lines(screen, 40)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
  }

  @Test
  void a_low_terminal_shows_what_goes_on_before_what_is_done() {
    Screen screen = after(new Event.StepBegun(Sample.START_DB), new Event.StepBegun(Sample.PULL));
    screen =
        screen.after(new Event.StepEnded(Sample.START_DB, new Outcome.Done(Duration.ZERO)), LATER);
    var lines = new ScreenLines(80, 3).of("up", screen, LATER);

    assertThat(lines).hasSize(2).last().asString().isEqualTo("   ... 2 more");
  }

  private static Screen after(Event... events) {
    Screen screen = Screen.EMPTY;
    for (Event event : events) {
      screen = screen.after(event, Sample.START);
    }
    return screen;
  }

  private static List<String> lines(Screen screen, int columns) {
    return new ScreenLines(columns, 24).of("up", screen, LATER);
  }
}
