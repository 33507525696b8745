package dev.fermata.runner.docker.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.buildkit.SolveException;
import dev.fermata.buildkit.status.LineRange;
import dev.fermata.buildkit.status.Output;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Vertex;
import dev.fermata.runner.docker.json.JsonReader;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import dev.fermata.runner.engine.build.BuildEvent.Stream;
import dev.fermata.runner.engine.build.DockerfilePlace;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The files below {@code cases/builds} are what engine 28.5 told of builds. */
final class SolveEventsTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private final List<BuildEvent> told = new ArrayList<>();
  private final SolveEvents events = new SolveEvents(file -> "/work/" + file, told::add);

  private void play(String recording) throws IOException {
    try (var lines =
        new JsonReader(Files.newInputStream(Path.of("src/test/cases/builds", recording)))) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        events.accept(RawStatus.of(line.get()));
      }
    }
    events.end();
  }

  @Test
  void steps_are_numbered_by_their_first_start_and_end_once() throws IOException {
    play("stages.jsonl");

    assertThat(begun())
        .containsExactly(
            "1 [internal] load build definition from Dockerfile",
            "2 [internal] load metadata for docker.io/library/busybox:latest",
            "3 [internal] load .dockerignore",
            "4 [base 1/2] FROM docker.io/library/busybox:latest",
            "5 [internal] load build context",
            "6 [base 2/2] RUN echo one; echo two >&2; printf part; sleep 0.3; printf 'ial\\n'",
            "7 [stage-2 1/2] COPY a.txt /a.txt",
            "8 [stage-2 2/2] RUN cat /a.txt",
            "9 exporting to image");
    assertThat(ended().map(BuildEvent.StepEnded::step))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(ended().map(BuildEvent.StepEnded::end)).containsOnly(StepEnd.DONE);
    assertThat(ended().filter(it -> it.step() == 6).map(BuildEvent.StepEnded::took))
        .containsExactly(Duration.ofNanos(496_644_204));
  }

  @Test
  void output_comes_as_whole_lines_of_each_stream() throws IOException {
    play("stages.jsonl");

    assertThat(told.stream().filter(BuildEvent.OutputLine.class::isInstance))
        .containsExactly(
            new BuildEvent.OutputLine(6, Stream.ERR, "two"),
            new BuildEvent.OutputLine(6, Stream.OUT, "one"),
            new BuildEvent.OutputLine(6, Stream.OUT, "partial"),
            new BuildEvent.OutputLine(8, Stream.OUT, "hello"));
  }

  @Test
  void what_an_earlier_build_did_is_told_as_cached() throws IOException {
    play("cached.jsonl");

    assertThat(ended().filter(it -> it.end().equals(StepEnd.CACHED)).map(it -> it.name()))
        .containsExactlyInAnyOrder(
            "[base 2/2] RUN echo one; echo two >&2; printf part; sleep 0.3; printf 'ial\\n'",
            "[stage-2 1/2] COPY a.txt /a.txt",
            "[stage-2 2/2] RUN cat /a.txt");
  }

  @Test
  void a_finding_of_the_lint_has_its_rule_its_place_and_where_it_is_explained() throws IOException {
    play("cached.jsonl");

    List<DockerfileWarning> warnings =
        told.stream()
            .filter(BuildEvent.Warned.class::isInstance)
            .map(it -> ((BuildEvent.Warned) it).warning())
            .toList();
    assertThat(warnings)
        .extracting(DockerfileWarning::rule)
        .containsExactly("FromAsCasing", "MaintainerDeprecated");
    DockerfileWarning first = warnings.getFirst();
    assertThat(first.sentence()).isEqualTo("'as' and 'FROM' keywords' casing do not match");
    assertThat(first.url()).endsWith("/rule/from-as-casing/");
    DockerfilePlace place = first.place().orElseThrow();
    assertThat(place.file()).isEqualTo("/work/Dockerfile");
    assertThat(place.first()).isEqualTo(1);
    assertThat(place.text()).startsWith("FROM busybox:latest as base\n");
  }

  @Test
  void a_failure_has_the_step_its_last_lines_and_its_place() throws IOException {
    play("failing.jsonl");
    BuildEvent.StepEnded last =
        ended().filter(it -> it.end() instanceof StepEnd.Failed).findFirst().orElseThrow();

    var source =
        new SolveException.Source(
            "Dockerfile", "FROM busybox\n", List.of(new LineRange(3, 3), new LineRange(9, 9)));
    EngineException failure =
        events.failure(
            new SolveException(
                "process \"/bin/sh\" did not complete successfully: exit code: 7",
                new SolveException.Details(
                    Optional.of(
                        "sha256:446adc3cd7f91c1bc4de29e7c9c93510f7860f14913c6517197f725bb179fe12"),
                    Optional.of(7),
                    List.of(source))));

    assertThat(failure).hasMessage("the build failed at `" + last.name() + "`: exit code 7");
    assertThat(failure.build().orElseThrow().lastLines()).containsExactly("before", "it is bad");
    assertThat(failure.build().orElseThrow().place())
        .contains(new DockerfilePlace("/work/Dockerfile", 3, 3, "FROM busybox\n"));
  }

  @Test
  void times_of_a_step_that_begins_again_add_up() {
    told(vertex(0, 1));
    told(vertex(5, -1));
    told(vertex(5, 7));
    events.end();

    assertThat(told)
        .containsExactly(
            new BuildEvent.StepBegun(1, "step"),
            new BuildEvent.StepEnded(1, "step", StepEnd.DONE, Duration.ofSeconds(3)));
  }

  @Test
  void a_step_that_is_taken_up_long_after_its_end_begins_again() {
    told(vertex(0, 1));
    events.accept(new Status(List.of(), List.of(), List.of(), List.of()));
    told(vertex(5, -1));
    told(vertex(5, 7));
    events.end();

    assertThat(told)
        .containsExactly(
            new BuildEvent.StepBegun(1, "step"),
            new BuildEvent.StepEnded(1, "step", StepEnd.DONE, Duration.ofSeconds(1)),
            new BuildEvent.StepBegun(1, "step"),
            new BuildEvent.StepEnded(1, "step", StepEnd.DONE, Duration.ofSeconds(3)));
  }

  @Test
  void a_last_line_without_an_end_is_told_before_the_end_of_its_step() {
    told(vertex(0, -1));
    byte[] bytes = "10%\r50%\r".getBytes(StandardCharsets.UTF_8);
    events.accept(new Status(List.of(), List.of(), List.of(new Output("v", 1, bytes)), List.of()));
    told(vertex(0, 1));
    events.end();

    assertThat(told.get(1)).isEqualTo(new BuildEvent.OutputLine(1, Stream.OUT, "50%"));
    assertThat(told.getLast()).isInstanceOf(BuildEvent.StepEnded.class);
  }

  private void told(Vertex vertex) {
    events.accept(new Status(List.of(vertex), List.of(), List.of(), List.of()));
  }

  private static Vertex vertex(int from, int to) {
    Optional<Instant> end = to < 0 ? Optional.empty() : Optional.of(START.plusSeconds(to));
    return new Vertex("v", List.of(), "step", false, Optional.of(START.plusSeconds(from)), end, "");
  }

  private List<String> begun() {
    return told.stream()
        .filter(BuildEvent.StepBegun.class::isInstance)
        .map(it -> (BuildEvent.StepBegun) it)
        .map(it -> it.step() + " " + it.name())
        .toList();
  }

  private java.util.stream.Stream<BuildEvent.StepEnded> ended() {
    return told.stream()
        .filter(BuildEvent.StepEnded.class::isInstance)
        .map(BuildEvent.StepEnded.class::cast);
  }
}
