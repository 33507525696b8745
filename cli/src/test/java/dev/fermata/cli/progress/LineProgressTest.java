package dev.fermata.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.Motion;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import dev.fermata.runner.engine.build.BuildEvent.Stream;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class LineProgressTest {
  private static final EventSink NOBODY = event -> {};
  private static final Outcome FAILED =
      new Outcome.Failed(
          new Failure.Refused(new EngineException(Kind.OTHER, "no luck", "")), Duration.ZERO);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void plain_progress_has_a_line_per_change_in_docker_composes_words() {
    var plain = new PlainProgress(out, err, NOBODY, Sample.DOCKERFILES);
    send(
        plain,
        new Event.StepBegun(Sample.START_DB),
        new Event.StepEnded(Sample.START_DB, new Outcome.Done(Duration.ZERO)),
        new Event.StepBegun(Sample.AWAIT_DB),
        new Event.StepEnded(Sample.AWAIT_DB, FAILED));

    assertThat(lines())
        .containsExactly(
            " Container shop-db-1 Starting",
            " Container shop-db-1 Started",
            " Container shop-db-1 Waiting (web waits)",
            " Container shop-db-1 Error no luck");
  }

  @Test
  void what_is_as_it_is_wanted_has_a_line_of_its_own() {
    var web = ContainerRef.named("shop-web-1");
    Event running = new Event.LeftAsIs(new Untouched(web, Untouched.State.RUNNING));
    Event stopped = new Event.LeftAsIs(new Untouched(web, Untouched.State.STOPPED));
    send(new PlainProgress(out, err, NOBODY, Sample.DOCKERFILES), running, stopped);
    send(new JsonProgress(err, NOBODY, Sample.DOCKERFILES), running);

    assertThat(lines())
        .containsExactly(
            " Container shop-web-1 Running",
            " Container shop-web-1 Stopped",
            "{\"id\":\"Container shop-web-1\",\"status\":\"Done\",\"text\":\"Running\"}");
  }

  @Test
  void what_a_build_prints_goes_to_standard_output() {
    var plain = new PlainProgress(out, err, NOBODY, Sample.DOCKERFILES);
    send(
        plain,
        new Event.BuildProgressed(Sample.BUILD, new BuildEvent.StepBegun(1, "[1/2] RUN x")),
        new Event.BuildProgressed(
            Sample.BUILD, new BuildEvent.PartMoved(1, "layer", 1, 2, Motion.GOING_ON)),
        new Event.BuildProgressed(Sample.BUILD, new BuildEvent.OutputLine(1, Stream.OUT, "x")),
        new Event.BuildProgressed(
            Sample.BUILD,
            new BuildEvent.StepEnded(1, "[1/2] RUN x", StepEnd.DONE, Duration.ofMillis(300))),
        new Event.StepProgressed(Sample.PULL, new ImageProgress("layer", "Waiting", 0, 0)));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("#1 [web 1/2] RUN x\n#1 x\n#1 DONE 0.3s\n");
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_closed_gate_is_mentioned_every_ten_seconds_only() {
    var plain = new PlainProgress(out, err, NOBODY, Sample.DOCKERFILES);
    for (int second = 1; second <= 21; second++) {
      send(plain, new Event.StillWaiting(Sample.AWAIT_DB, Duration.ofSeconds(second), "no"));
    }

    assertThat(lines()).hasSize(2);
  }

  @Test
  void a_restart_is_told_once_as_docker_compose_does() {
    var plain = new PlainProgress(out, err, NOBODY, Sample.DOCKERFILES);
    Step stop =
        restart(1, new Action.StopContainer(Sample.DB_CONTAINER, Sample.DB, Optional.empty()));
    Step start = restart(2, new Action.StartContainer(Sample.DB_CONTAINER, Sample.DB));
    for (Step step : List.of(stop, start)) {
      send(
          plain,
          new Event.StepBegun(step),
          new Event.StepEnded(step, new Outcome.Done(Duration.ZERO)));
    }

    assertThat(lines())
        .containsExactly(" Container shop-db-1 Restarting", " Container shop-db-1 Started");
  }

  @Test
  void plain_progress_tells_once_that_the_command_was_interrupted() {
    var plain = new PlainProgress(out, err, NOBODY, Sample.DOCKERFILES);
    send(
        plain,
        new Event.StepBegun(Sample.AWAIT_DB),
        new Event.StepEnded(Sample.AWAIT_DB, new Outcome.Cancelled()),
        new Event.StepEnded(Sample.START_DB, new Outcome.Cancelled()));

    assertThat(lines()).containsExactly(" Container shop-db-1 Waiting (web waits)", " Interrupted");
  }

  private static Step restart(int id, Action action) {
    return new Step(id, action, new Reason.Asked("restart"), new TreeSet<>(), Optional.empty());
  }

  @Test
  void json_progress_has_docker_composes_fields_and_our_reason() {
    var json = new JsonProgress(err, NOBODY, Sample.DOCKERFILES);
    send(
        json,
        new Event.StepBegun(Sample.PULL),
        new Event.StepProgressed(Sample.PULL, new ImageProgress("layer1", "Downloading", 25, 100)),
        new Event.StepEnded(Sample.PULL, new Outcome.Done(Duration.ZERO)));

    assertThat(lines())
        .containsExactly(
            "{\"id\":\"Image postgres:17\",\"status\":\"Working\",\"text\":\"Pulling\",\"reason\":\"missing\"}",
            "{\"id\":\"layer1\",\"parent_id\":\"Image postgres:17\",\"status\":\"Working\",\"text\":\"Downloading\",\"current\":25,\"total\":100,\"percent\":25}",
            "{\"id\":\"Image postgres:17\",\"status\":\"Done\",\"text\":\"Pulled\"}");
  }

  private static void send(Progress progress, Event... events) {
    for (Event event : events) {
      progress.accept(event);
    }
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
