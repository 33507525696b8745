package dev.fermata.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ImageRef;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import dev.fermata.runner.engine.build.BuildEvent.Stream;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
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
            " ⠸ Image postgres:17 Pulling [█████               ] 10.0/40.0 MB                    "
                + " 2.3s");
  }

  @Test
  void layers_that_are_moved_are_shown_where_there_is_room() {
    var other = Sample.step(2, new Action.PushImage(new ImageRef("me/app"), new TreeSet<>()));
    Screen screen =
        after(
            new Event.StepBegun(Sample.PULL),
            new Event.StepBegun(other),
            new Event.StepProgressed(
                Sample.PULL, new ImageProgress("aaa", "Downloading", 5_000_000, 20_000_000)),
            new Event.StepProgressed(
                Sample.PULL, new ImageProgress("bbb", "Extracting", 1_000_000, 10_000_000)),
            new Event.StepProgressed(Sample.PULL, new ImageProgress("ccc", "Pull complete", 0, 0)),
            new Event.StepProgressed(
                other, new ImageProgress("ddd", "Pushing", 2_000_000, 4_000_000)));

    assertThat(new ScreenLines(70).of("up", screen, LATER, 9))
        .containsExactly(
            "[+] up 0/2  17.0/34.0 MB",
            " ⠸ Image postgres:17 Pulling [██████████          ] 15.0/30.0 MB 2.3s",
            "     aaa Downloading [█████               ] 5.0/20.0 MB",
            "     bbb Extracting [██                  ] 1.0/10.0 MB",
            " ⠸ me/app            Pushing [██████████          ] 2.0/4.0 MB   2.3s",
            "     ddd Pushing [██████████          ] 2.0/4.0 MB");
    assertThat(new ScreenLines(70).of("up", screen, LATER, 4)).hasSize(4);
    assertThat(new ScreenLines(70).of("up", screen, LATER, 3)).hasSize(3);
  }

  @Test
  void a_layer_that_is_there_stays_in_the_bar() {
    Screen screen =
        after(
            new Event.StepBegun(Sample.PULL),
            new Event.StepProgressed(
                Sample.PULL, new ImageProgress("aaa", "Downloading", 20_000_000, 20_000_000)),
            new Event.StepProgressed(
                Sample.PULL, new ImageProgress("aaa", "Download complete", 0, 0)));

    assertThat(lines(screen, 90).getLast()).contains("20.0/20.0 MB");
  }

  @Test
  void a_build_shows_the_steps_that_go_on_and_counts_those_that_are_over() {
    Screen screen =
        after(
            new Event.StepBegun(Sample.BUILD),
            Sample.built(new BuildEvent.StepBegun(1, "[internal] load build context")),
            Sample.built(
                new BuildEvent.StepEnded(
                    1, "[internal] load build context", StepEnd.DONE, Duration.ZERO)),
            Sample.built(new BuildEvent.StepBegun(2, "[1/3] FROM busybox")),
            Sample.built(
                new BuildEvent.StepEnded(2, "[1/3] FROM busybox", StepEnd.CACHED, Duration.ZERO)),
            Sample.built(new BuildEvent.StepBegun(3, "[2/3] RUN make")),
            Sample.built(new BuildEvent.OutputLine(3, Stream.ERR, "cc -c main.c")));

    assertThat(new ScreenLines(60).of("up", screen, LATER, 10))
        .containsExactly(
            "[+] up 0/1",
            " ⠸ Image busybox Building  1 cached                    2.3s",
            "     [2/3] RUN make                                    2.3s",
            "       cc -c main.c");
  }

  @Test
  void a_build_has_its_last_line_beside_it_where_there_is_no_room_below() {
    Screen screen =
        after(
            new Event.StepBegun(Sample.BUILD),
            Sample.built(new BuildEvent.StepBegun(3, "[2/3] RUN make")));
    assertThat(new ScreenLines(80).of("up", screen, LATER, 2).getLast())
        .contains(" Building  [2/3] RUN make ");

    screen = screen.after(Sample.built(new BuildEvent.OutputLine(3, Stream.OUT, "cc -c x")), LATER);
    assertThat(new ScreenLines(80).of("up", screen, LATER, 2).getLast())
        .contains(" Building  cc -c x ");
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
    Screen screen =
        after(
            new Event.StepBegun(Sample.START_DB),
            new Event.StepBegun(Sample.PULL),
            new Event.StepBegun(Sample.step(4, new Action.RemoveNetwork("old", "1"))));
    screen =
        screen.after(new Event.StepEnded(Sample.START_DB, new Outcome.Done(Duration.ZERO)), LATER);
    var lines = new ScreenLines(80).of("up", screen, LATER, 3);

    assertThat(lines).hasSize(3).first().asString().isEqualTo("[+] up 1/3");
    assertThat(lines.get(1)).startsWith(" ⠸ Image postgres:17");
    assertThat(lines.getLast()).isEqualTo("   ... 2 more, 1 of them done");
  }

  @Test
  void rows_are_never_more_than_there_is_room_for() {
    Screen screen = after(new Event.StepBegun(Sample.START_DB), new Event.StepBegun(Sample.PULL));

    for (int most = 1; most <= 4; most++) {
      assertThat(new ScreenLines(80).of("up", screen, LATER, most)).hasSize(Math.min(most, 3));
    }
  }

  @Test
  void a_long_name_keeps_the_end_that_tells_it_apart() {
    String name = "a-project-with-a-very-long-name-frontend-1";
    Screen screen =
        after(
            new Event.StepBegun(
                Sample.step(
                    1,
                    new Action.StartContainer(
                        ContainerRef.named(name), new ServiceName("frontend")))));

    assertThat(lines(screen, 70).getLast()).contains("Container …a-very-long-name-frontend-1 ");
    assertThat(lines(screen, 40).getLast()).contains("…ong-name-frontend-1 ");
  }

  @Test
  void what_a_probe_says_moves_no_cursor() {
    Screen screen =
        after(
            new Event.StepBegun(Sample.AWAIT_DB),
            new Event.StillWaiting(
                Sample.AWAIT_DB, Duration.ofSeconds(1), "\u001b[31mno\u001b[0m\r\n\u0007 way 表"));

    assertThat(lines(screen, 80).getLast())
        .contains("Waiting  no way 表")
        .doesNotContain("\u001b", "\r", "\n", "\u0007");
    assertThat(Cells.width(lines(screen, 80).getLast())).isEqualTo(79);
  }

  private static Screen after(Event... events) {
    Screen screen = Screen.EMPTY;
    for (Event event : events) {
      screen = screen.after(event, Sample.START);
    }
    return screen;
  }

  private static List<String> lines(Screen screen, int columns) {
    return new ScreenLines(columns).of("up", screen, LATER);
  }
}
