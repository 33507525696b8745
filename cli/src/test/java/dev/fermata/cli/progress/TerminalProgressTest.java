package dev.fermata.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fermata.cli.progress.TerminalProgress.Place;
import dev.fermata.cli.progress.TerminalProgress.ScreenSize;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.plan.Plan;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TerminalProgressTest {
  private static final Plan PLAN =
      new Plan(new ProjectName("shop"), List.of(), List.of(), List.of());
  private static final Event STARTED =
      new Event.StepEnded(Sample.START_DB, new Outcome.Done(Duration.ZERO));
  private static final Event ENDED =
      new Event.PlanEnded(new Report(PLAN, new TreeMap<>(), Duration.ZERO));

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final StatusLine statusLine = new StatusLine();
  private final TerminalProgress progress =
      new TerminalProgress(
          "up",
          new Place(
              terminal,
              () -> new ScreenSize(80, 24),
              Share.HALF,
              InstantSource.fixed(Sample.START),
              this::print,
              statusLine,
              Sample.DOCKERFILES));

  private void print(Event event) {
    if (event instanceof Event.LogLine line) {
      terminal.println("db-1 | " + line.line().text());
    }
  }

  @AfterEach
  void close() {
    progress.close();
  }

  @Test
  void when_the_plan_has_ended_the_block_is_left_and_the_logs_have_the_terminal() {
    send(new Event.StepBegun(Sample.START_DB), STARTED, ENDED);
    assertThat(text()).contains("[+] up 1/1", "Container shop-db-1 Started");
    written.reset();

    send(line("hello"), line("again"));
    progress.close();

    assertThat(text()).isEqualTo("db-1 | hello\ndb-1 | again\n");
  }

  @Test
  void lines_scroll_above_the_block_while_it_lives() {
    send(new Event.StepBegun(Sample.START_DB));
    await().until(() -> text().contains("Starting"));
    written.reset();

    send(line("hello"));
    await().until(() -> text().contains("Starting"));

    assertThat(text()).containsSubsequence("\u001b[2A", "db-1 | hello\n", "[+] up 0/1", "Starting");
  }

  @Test
  void no_line_is_lost_when_the_block_is_left() {
    send(new Event.StepBegun(Sample.START_DB), line("hello"), STARTED, ENDED);

    assertThat(text()).containsSubsequence("db-1 | hello\n", "[+] up 1/1");
  }

  @Test
  void what_follows_an_ended_plan_is_a_block_of_its_own() {
    send(new Event.StepBegun(Sample.START_DB), STARTED, ENDED);
    written.reset();

    send(new Event.StepBegun(Sample.PULL), ENDED);

    assertThat(text()).contains("[+] up 0/1", "Image postgres:17").doesNotContain("shop-db-1");
  }

  @Test
  void a_status_line_stays_below_what_containers_say_until_it_is_cleared() {
    statusLine.show(List.of(new StatusLine.Key("d", "Detach")));
    await().until(() -> text().contains("Detach"));
    written.reset();

    send(line("hello"));
    await().until(() -> text().contains("Detach"));
    assertThat(text()).containsSubsequence("\u001b[1A", "db-1 | hello\n", "Detach");
    written.reset();

    statusLine.clear();
    send(line("again"));
    await().until(() -> text().contains("again"));
    assertThat(text()).contains("\u001b[1A").doesNotContain("Detach");
  }

  @Test
  void a_status_line_is_below_the_block_and_not_left_with_it() {
    statusLine.show(List.of(new StatusLine.Key("d", "Detach")));
    send(new Event.StepBegun(Sample.START_DB));
    await().until(() -> text().contains("Starting"));
    assertThat(text().substring(text().indexOf("Starting"))).contains("Detach");
    written.reset();

    send(STARTED, ENDED);
    await().until(() -> text().contains("Detach"));

    assertThat(text()).containsSubsequence("[+] up 1/1", "Started", "\u001b[J", "Detach");
  }

  @Test
  void a_status_line_that_is_too_wide_is_cut() {
    statusLine.show(List.of(new StatusLine.Key("d", "x".repeat(100))));

    assertThat(statusLine.lines(20)).containsExactly("d " + "x".repeat(17) + "…");
  }

  private static Event line(String text) {
    return new Event.LogLine(
        Sample.DB, "shop-db-1", new LogStream.Line(LogStream.Origin.STDOUT, Sample.START, text));
  }

  private void send(Event... events) {
    for (Event event : events) {
      progress.accept(event);
    }
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
