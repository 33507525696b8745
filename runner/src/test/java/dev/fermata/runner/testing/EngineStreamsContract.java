package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine tells: answers of commands, events, lines; see {@link EngineContract}. */
@Timeout(60)
public abstract class EngineStreamsContract {
  private final String name = ContractProject.freshName();
  private Engine engine;
  private ContractProject tested;

  /** An engine for one test, with the image {@code busybox}. */
  protected abstract Engine connect();

  /** Makes a container of the service {@code web} print and end, where nothing runs by itself. */
  protected void scriptWeb(Engine scripted, int exitCode, String line) {}

  @BeforeEach
  void open() {
    engine = connect();
    tested = new ContractProject(name, engine);
  }

  @AfterEach
  void removeAll() {
    tested.close();
  }

  private EngineEvent next(EventStream events, String action) {
    for (Optional<EngineEvent> event = events.next(); event.isPresent(); event = events.next()) {
      if (event.get().action().equals(action)) {
        return event.get();
      }
    }
    throw new AssertionError("the stream ended before " + action);
  }

  @Test
  void a_command_answers_in_what_runs_only() {
    String id = tested.created(ContractProject.sleeper());
    ExecRequest yes = ExecRequest.of(List.of("true"));
    ContractProject.refuses(
        Kind.CONFLICT, () -> engine.containers().exec(id, yes, Duration.ofSeconds(20)));

    engine.containers().start(id);

    assertThat(engine.containers().exec(id, yes, Duration.ofSeconds(20)).succeeded()).isTrue();
  }

  @Test
  void a_command_whose_program_is_missing_is_refused() {
    String id = tested.started(ContractProject.sleeper());
    ContractProject.refuses(
        Kind.INVALID,
        () ->
            engine
                .containers()
                .exec(id, ExecRequest.of(List.of("/no/such/program")), Duration.ofSeconds(20)));
  }

  @Test
  void events_tell_of_a_life_from_before_its_begin() {
    try (EventStream events = engine.events().of(new ProjectName(name))) {
      String id = tested.started(ContractProject.sleeper());
      EngineEvent start = next(events, "start");
      assertThat(start.container()).isEqualTo(id);
      assertThat(start.attributes()).containsEntry("name", name + "-web-1");
      assertThat(start.attributes()).containsEntry(Labels.SERVICE, "web");

      engine.containers().remove(id, AnonymousVolumes.KEEP);
      assertThat(next(events, "die").attributes()).containsKey("exitCode");
    }
  }

  /** Ours starts first: a stream that told of it would tell of it first. */
  @Test
  void events_are_those_of_the_project_and_no_others() {
    String other = name + "-beside";
    var beside = new ContractProject(other, engine);
    try (EventStream events = engine.events().of(new ProjectName(other))) {
      tested.started(ContractProject.sleeper());
      String id = beside.started(ContractProject.sleeper());
      assertThat(next(events, "start").container()).isEqualTo(id);
    } finally {
      beside.removeAll();
    }
  }

  @Test
  void a_closed_event_stream_ends() {
    EventStream events = engine.events().of(new ProjectName(name));
    events.close();
    assertThat(events.next()).isEmpty();
  }

  private List<String> lines(String container, LogRequest request) {
    List<String> lines = new ArrayList<>();
    try (LogStream stream = engine.containers().logs(container, request)) {
      for (var line = stream.next(); line.isPresent(); line = stream.next()) {
        lines.add(line.get().text());
      }
    }
    return lines;
  }

  @Test
  void lines_are_those_of_the_container_and_end_with_it() {
    scriptWeb(engine, 3, "hello");
    String id = tested.started(Models.service("web", "sh", "-c", "echo hello; exit 3"));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

    assertThat(lines(id, all)).containsExactly("hello");
    ContainerDetail detail = engine.containers().inspect(id);
    assertThat(detail.state()).isEqualTo(ContainerState.EXITED);
    assertThat(detail.ending().exitCode()).isEqualTo(3);
  }

  @Test
  void lines_that_no_driver_keeps_are_refused() {
    String id = tested.started(Models.logging(ContractProject.sleeper(), "none", Map.of()));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

    ContractProject.refuses(Kind.NOT_SUPPORTED, () -> engine.containers().logs(id, all));
  }

  @Test
  void lines_that_a_driver_sends_away_are_refused_without_a_copy() {
    var options = Map.of("syslog-address", "udp://127.0.0.1:5514", "cache-disabled", "true");
    String id = tested.started(Models.logging(ContractProject.sleeper(), "syslog", options));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

    ContractProject.refuses(Kind.NOT_SUPPORTED, () -> engine.containers().logs(id, all));
  }

  @Test
  void of_lines_that_a_driver_sends_away_a_copy_is_kept() {
    scriptWeb(engine, 3, "hello");
    var options = Map.of("syslog-address", "udp://127.0.0.1:5514");
    Service service = Models.service("web", "sh", "-c", "echo hello; exit 3");
    String id = tested.started(Models.logging(service, "syslog", options));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

    try (LogStream stream = engine.containers().logs(id, all)) {
      assertThat(stream.next().orElseThrow().text()).isEqualTo("hello");
    }
  }

  @Test
  void a_tail_of_no_lines_has_none_though_there_are_some() {
    scriptWeb(engine, 3, "hello");
    String id = tested.started(Models.service("web", "sh", "-c", "echo hello; exit 3"));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);
    var none = new LogRequest(OptionalInt.of(0), Optional.empty(), LogRequest.Mode.UNTIL_NOW);

    assertThat(lines(id, all)).containsExactly("hello");
    assertThat(lines(id, none)).isEmpty();
  }
}
