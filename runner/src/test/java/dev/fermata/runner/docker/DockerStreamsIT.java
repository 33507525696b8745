package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream.Line;
import dev.fermata.runner.engine.LogStream.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Commands, lines and events of a real engine, beyond the contract of all engines. */
class DockerStreamsIT extends OnRealEngine {
  @Test
  void a_command_inside_gives_its_output_and_its_code() {
    String id = start("sleep 60");
    var both = ExecRequest.of(List.of("sh", "-c", "echo out; echo err >&2; exit 7"));
    ExecResult result = engine.containers().exec(id, both, Duration.ofSeconds(20));
    assertThat(result.exitCode()).hasValue(7);
    assertThat(result.output().lines()).containsExactlyInAnyOrder("out", "err");
    assertThat(run(id, "yes | head -c 100000")).hasSizeBetween(4090, 4096);
    ExecResult late =
        engine.containers().exec(id, ExecRequest.of(List.of("sleep", "5")), Duration.ofMillis(300));
    assertThat(late.exitCode()).isEmpty();
    assertThat(late.took()).isLessThan(Duration.ofSeconds(4));
    var nope = ExecRequest.of(List.of("nope"));
    assertThat(failure(() -> engine.containers().exec(id, nope, Duration.ofSeconds(20))))
        .hasMessage("the program `nope` is not in the container");
  }

  @Test
  void log_lines_have_their_stream_and_their_time() {
    Instant before = Instant.now().minusSeconds(5);
    String id = start("echo one; echo two >&2; head -c 40000 /dev/zero | tr '\\0' x; echo; echo");
    Awaitility.await()
        .atMost(SOON)
        .until(() -> engine.containers().inspect(id).state().equals(ContainerState.EXITED));
    List<Line> lines = lines(id, new LogRequest(OptionalInt.empty(), Optional.empty(), untilNow()));
    assertThat(lines).extracting(Line::text).contains("one", "two", "x".repeat(40000), "");
    assertThat(lines).hasSize(4);
    assertThat(lines)
        .filteredOn(line -> line.origin() == Origin.STDERR)
        .extracting(Line::text)
        .containsExactly("two");
    assertThat(lines).allSatisfy(line -> assertThat(line.time()).isAfter(before));
    var last = new LogRequest(OptionalInt.of(1), Optional.empty(), untilNow());
    assertThat(lines(id, last)).hasSize(1);
  }

  @Test
  void a_terminal_has_lines_as_well() {
    String id =
        start(
            Wanted.sound(
                Wanted.project(name)
                    .service(
                        "web",
                        web ->
                            Wanted.alone(web, "printf '\\001a\\nb\\n'")
                                .set("init", false)
                                .set("tty", true))),
            "web");
    Awaitility.await()
        .atMost(SOON)
        .until(() -> engine.containers().inspect(id).state().equals(ContainerState.EXITED));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), untilNow());
    assertThat(lines(id, all)).extracting(Line::text).containsExactly("\u0001a", "b");
  }

  @Test
  void following_ends_when_the_stream_is_closed() throws InterruptedException {
    String id = start("echo ready; sleep 60");
    var follow = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);
    var logs = engine.containers().logs(id, follow);
    assertThat(logs.next()).map(Line::text).contains("ready");
    var ended = Thread.ofVirtual().start(() -> assertThat(logs.next()).isEmpty());
    logs.close();
    assertThat(ended.join(Duration.ofSeconds(5))).isTrue();
  }

  private static LogRequest.Mode untilNow() {
    return LogRequest.Mode.UNTIL_NOW;
  }

  private List<Line> lines(String container, LogRequest request) {
    var lines = new ArrayList<Line>();
    try (var logs = engine.containers().logs(container, request)) {
      for (var line = logs.next(); line.isPresent(); line = logs.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  @Test
  void events_come_from_the_call_on_and_health_is_told() {
    Project project =
        Wanted.sound(
            Wanted.project(name)
                .service(
                    "web",
                    web ->
                        Wanted.alone(web, "sleep 60")
                            .healthcheck(check ->
                                check
                                    .set("test", "echo fine")
                                    .set("interval", "200ms")
                                    .set("retries", 2)
                                    .set("start_period", "1s")
                                    .set("start_interval", "1s"))));
    try (var events = engine.events().of(new ProjectName(name))) {
      String id = start(project, "web");
      assertThat(next(events, "start").container()).isEqualTo(id);
      assertThat(next(events, "health_status").detail()).isEqualTo("healthy");
      var detail = engine.containers().inspect(id);
      assertThat(detail.health()).map(it -> it.state()).contains(HealthState.HEALTHY);
      assertThat(detail.health().orElseThrow().runs().getFirst().output()).contains("fine");
      assertThat(detail.health().orElseThrow().check().timeout()).isEqualTo(Duration.ofSeconds(30));
      engine.containers().stop(id, Optional.of(Duration.ZERO));
      assertThat(next(events, "die").attributes()).containsKey("exitCode");
    }
  }

  private static EngineEvent next(dev.fermata.runner.engine.EventStream events, String action) {
    for (var event = events.next(); event.isPresent(); event = events.next()) {
      if (event.get().action().equals(action)) {
        return event.get();
      }
    }
    throw new AssertionError("no event " + action);
  }
}
