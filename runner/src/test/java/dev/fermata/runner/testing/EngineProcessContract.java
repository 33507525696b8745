package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.JoinedProcess.Until;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every engine does with processes whose input and output are the caller's; see {@link
 * EngineContract}.
 */
@Timeout(60)
public abstract class EngineProcessContract {
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

  @Test
  void a_joined_command_reads_what_is_written_up_to_its_end_and_answers_then() {
    String id = tested.started(ContractProject.sleeper());
    byte[] written = "to be\n or not".getBytes(StandardCharsets.UTF_8);

    try (JoinedProcess cat = joined(id, Input.JOINED, "cat")) {
      cat.write(written, written.length);
      cat.endInput();

      assertThat(allOf(cat)).isEqualTo("to be\n or not");
      assertThat(cat.end()).isEqualTo(new JoinedProcess.End(0, Optional.empty()));
    }
  }

  @Test
  void a_joined_command_without_input_reads_an_end_at_once() {
    String id = tested.started(ContractProject.sleeper());

    try (JoinedProcess cat = joined(id, Input.NONE, "cat")) {
      assertThat(allOf(cat)).isEmpty();
      assertThat(cat.end().exitCode()).isZero();
    }
  }

  @Test
  void a_joined_command_whose_program_is_missing_has_a_code_and_says_why() {
    String id = tested.started(ContractProject.sleeper());

    try (JoinedProcess nope = joined(id, Input.JOINED, "/no/such/program")) {
      assertThat(allOf(nope)).isEmpty();
      // An old engine says 126 of whatever could not begin.
      assertThat(nope.end().exitCode()).isIn(126, 127);
      assertThat(nope.end().neverBegan().orElseThrow().kind()).isEqualTo(Kind.INVALID);
    }
  }

  @Test
  void the_output_of_a_joined_command_ends_when_it_is_closed() {
    String id = tested.started(ContractProject.sleeper());
    JoinedProcess cat = joined(id, Input.JOINED, "cat");

    Thread.ofVirtual().start(cat::close);

    assertThat(allOf(cat)).isEmpty();
  }

  @Test
  void a_detached_command_is_begun_in_what_runs_only() {
    String id = tested.created(ContractProject.sleeper());
    ExecRequest yes = ExecRequest.of(List.of("true"));
    ContractProject.refuses(
        Kind.CONFLICT, () -> engine.containers().execDetached(id, yes, Optional.empty()));

    engine.containers().start(id);

    engine.containers().execDetached(id, yes, Optional.empty());
    var nope = ExecRequest.of(List.of("/no/such/program"));
    ContractProject.refuses(
        Kind.INVALID, () -> engine.containers().execDetached(id, nope, Optional.empty()));
  }

  @Test
  void the_containers_of_a_service_are_listed_whether_they_run_or_not() {
    var project = new ProjectName(name);
    String id = tested.created(ContractProject.sleeper());

    assertThat(
            engine.containers().list(ContainerQuery.of(project, new ServiceName("web"), Reach.ALL)))
        .extracting(ObservedContainer::id, ObservedContainer::state)
        .containsExactly(tuple(id, ContainerState.CREATED));
    assertThat(
            engine.containers().list(ContainerQuery.of(project, new ServiceName("db"), Reach.ALL)))
        .isEmpty();
  }

  @Test
  void a_container_is_joined_before_its_start_up_to_its_end() {
    scriptWeb(engine, 3, "hello");
    String id = tested.created(Models.service("web", "sh", "-c", "echo hello; exit 3"));
    var streams = StreamRequest.withoutTerminal(Input.NONE);

    try (JoinedProcess joined = engine.containers().attach(id, streams, Until.NEXT_EXIT)) {
      engine.containers().start(id);

      assertThat(allOf(joined)).isEqualTo("hello\n");
      assertThat(joined.end().exitCode()).isEqualTo(3);
    }
  }

  @Test
  void a_container_for_one_run_goes_at_its_end() {
    scriptWeb(engine, 3, "hello");
    var service = Models.service("web", "sh", "-c", "echo hello; exit 3");
    ContainerSpec spec = tested.spec(service).forOneRun(List.of(name), AfterEnd.REMOVED);
    String id = engine.containers().create(spec);
    var streams = StreamRequest.withoutTerminal(Input.NONE);

    try (JoinedProcess joined = engine.containers().attach(id, streams, Until.REMOVED)) {
      engine.containers().start(id);

      assertThat(allOf(joined)).isEqualTo("hello\n");
      assertThat(joined.end().exitCode()).isEqualTo(3);
    }
    assertThat(tested.observed().containers()).isEmpty();
  }

  @Test
  void what_does_not_run_has_ended_for_who_joins_it_then() {
    String id = tested.created(ContractProject.sleeper());
    var streams = StreamRequest.withoutTerminal(Input.NONE);

    try (JoinedProcess joined = engine.containers().attach(id, streams, Until.NOT_RUNNING)) {
      assertThat(joined.end().exitCode()).isZero();
    }
  }

  private JoinedProcess joined(String container, Input input, String... command) {
    var request = ExecRequest.of(List.of(command));
    return engine.containers().exec(container, request, StreamRequest.withoutTerminal(input));
  }

  private static String allOf(JoinedProcess process) {
    var all = new ByteArrayOutputStream();
    for (var piece = process.read(); piece.isPresent(); piece = process.read()) {
      all.writeBytes(piece.get().bytes());
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
