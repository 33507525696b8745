package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Namespace;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.Claims;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.planner.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every engine does, the fake one and the real one: what tests see of the fake is what users
 * get. The engine must have the image {@code busybox}.
 */
@Timeout(60)
public abstract class EngineContract {
  private final String name = "contract-" + UUID.randomUUID().toString().substring(0, 8);
  private Engine engine;

  /** An engine for one test, with the image {@code busybox}. */
  protected abstract Engine connect();

  /** Makes a container of the service {@code web} print and end, where nothing runs by itself. */
  protected void scriptWeb(Engine scripted, int exitCode, String line) {}

  @BeforeEach
  void open() {
    engine = connect();
  }

  @AfterEach
  void removeAll() {
    Observed left = observed();
    left.containers().forEach(it -> engine.containers().remove(it.id(), AnonymousVolumes.REMOVE));
    left.networks().forEach(it -> engine.networks().remove(it.id()));
    left.volumes().forEach(it -> engine.volumes().remove(it.name()));
    engine.close();
  }

  private Observed observed() {
    return engine.system().observe(ObserveRequest.of(new ProjectName(name)));
  }

  private SortedMap<String, String> labels() {
    return new TreeMap<>(Map.of(Labels.PROJECT, name));
  }

  private static Service sleeper() {
    return Models.service("web", "sleep", "1000");
  }

  private ContainerSpec spec(Service service) {
    return new PlanBuilder(Models.project(name, service)).spec("web", 1);
  }

  private String created(Service service) {
    return engine.containers().create(spec(service));
  }

  private String started(Service service) {
    String id = created(service);
    engine.containers().start(id);
    return id;
  }

  private void refuses(Kind kind, ThrowingCallable call) {
    EngineException refusal = catchThrowableOfType(EngineException.class, call);
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(kind);
  }

  private Network network() {
    return Models.network(name + "_default");
  }

  private Volume volume() {
    return Models.volume(name + "_data");
  }

  /** A project with one network, and the service on it. */
  private ContainerSpec specOn(Network network) {
    Service service = Models.with(sleeper(), Models.attachment(network.key()));
    Project plain = Models.project(name, service);
    var networks = new TreeMap<String, Network>();
    networks.put(network.key(), network);
    var project =
        new Project(
            plain.name(),
            plain.workingDirectory(),
            plain.composeFiles(),
            plain.environmentFiles(),
            plain.services(),
            plain.disabled(),
            networks,
            plain.volumes(),
            plain.secrets(),
            plain.configs(),
            plain.definition());
    return new PlanBuilder(project).spec("web", 1);
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
  void nothing_is_observed_of_a_project_that_is_not_there() {
    assertThat(observed()).isEqualTo(Observed.NOTHING);
  }

  @Test
  void a_created_container_is_observed_with_its_labels() {
    String id = created(sleeper());

    ObservedContainer container = observed().containers().getFirst();
    assertThat(container.id()).isEqualTo(id);
    assertThat(container.name()).isEqualTo(name + "-web-1");
    assertThat(container.service().text()).isEqualTo("web");
    assertThat(container.number()).isEqualTo(1);
    assertThat(container.state()).isEqualTo(ContainerState.CREATED);
    assertThat(container.labels()).containsAllEntriesOf(spec(sleeper()).labels());
  }

  @Test
  void a_container_has_no_life_before_its_start() {
    String id = created(sleeper());
    assertThat(engine.containers().inspect(id).startedAt()).isEqualTo(Instant.EPOCH);

    engine.containers().start(id);

    assertThat(engine.containers().inspect(id).startedAt()).isAfter(Instant.EPOCH);
    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.RUNNING);
  }

  @Test
  void a_second_start_begins_a_new_life() {
    String id = started(sleeper());
    ContainerDetail first = engine.containers().inspect(id);
    engine.containers().stop(id, Optional.of(Duration.ofSeconds(1)));

    engine.containers().start(id);

    assertThat(engine.containers().inspect(id).startedAt()).isAfter(first.startedAt());
  }

  @Test
  void a_container_from_close_by_tells_whether_the_engine_would_bring_it_back() {
    assertThat(engine.containers().inspect(created(sleeper())).restartable()).isFalse();
    removeAll();
    engine = connect();
    String id = started(Models.restarting(sleeper(), Condition.UNLESS_STOPPED));

    ContainerDetail detail = engine.containers().inspect(id);

    assertThat(detail.restartable()).isTrue();
    assertThat(detail.restartCount()).isZero();
    assertThat(detail.age()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
  }

  @Test
  void starting_what_runs_and_stopping_what_does_not_is_fine() {
    String id = started(sleeper());
    engine.containers().start(id);
    engine.containers().stop(id, Optional.of(Duration.ofSeconds(1)));
    engine.containers().stop(id, Optional.of(Duration.ofSeconds(1)));

    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.EXITED);
    assertThat(engine.containers().inspect(id).ending().finishedAt()).isAfter(Instant.EPOCH);
  }

  @Test
  void containers_are_found_by_name_as_well() {
    String id = created(sleeper());
    assertThat(engine.containers().inspect(name + "-web-1").id()).isEqualTo(id);
  }

  @Test
  void a_name_is_given_once() {
    created(sleeper());
    refuses(Kind.NAME_IN_USE, () -> created(sleeper()));
  }

  @Test
  void a_container_is_renamed_unless_the_name_is_taken() {
    String id = created(sleeper());
    engine.containers().rename(id, name + "-other");
    assertThat(engine.containers().inspect(id).name()).isEqualTo(name + "-other");

    created(sleeper());
    refuses(Kind.NAME_IN_USE, () -> engine.containers().rename(id, name + "-web-1"));
  }

  @Test
  void what_is_not_there_is_not_found() {
    String nobody = name + "-nobody";
    refuses(Kind.NOT_FOUND, () -> engine.containers().start(nobody));
    refuses(Kind.NOT_FOUND, () -> engine.containers().stop(nobody, Optional.empty()));
    refuses(Kind.NOT_FOUND, () -> engine.containers().inspect(nobody));
    refuses(
        Kind.NOT_FOUND,
        () ->
            engine
                .containers()
                .exec(nobody, ExecRequest.of(List.of("true")), Duration.ofSeconds(5)));
  }

  @Test
  void removing_what_is_not_there_is_fine() {
    engine.containers().remove(name + "-nobody", AnonymousVolumes.KEEP);
    engine.networks().remove(name + "_nothing");
    engine.volumes().remove(name + "_nothing");
  }

  @Test
  void removing_kills() {
    engine.containers().remove(started(sleeper()), AnonymousVolumes.KEEP);
    assertThat(observed().containers()).isEmpty();
  }

  @Test
  void an_image_that_is_not_there_makes_no_container() {
    Service web = sleeper();
    Service unknown =
        new Service(
            web.name(),
            new ImageRef("fermata-no-such-image:1"),
            web.build(),
            web.process(),
            web.networking(),
            web.storage(),
            web.resources(),
            web.security(),
            web.health(),
            web.lifecycle(),
            web.metadata(),
            web.definition());
    refuses(Kind.IMAGE_NOT_FOUND, () -> created(unknown));
    assertThat(engine.images().inspect("fermata-no-such-image:1")).isEmpty();
    assertThat(engine.images().inspect("busybox")).isPresent();
  }

  @Test
  void a_network_is_made_once_and_observed() {
    engine.networks().create(network(), labels());
    refuses(Kind.NAME_IN_USE, () -> engine.networks().create(network(), labels()));

    assertThat(observed().networks()).hasSize(1);
    assertThat(observed().networks().getFirst().labels()).isEqualTo(labels());
  }

  @Test
  void a_network_in_use_stays() {
    engine.networks().create(network(), labels());
    String id = engine.containers().create(specOn(network()));
    engine.containers().start(id);
    assertThat(observed().containers().getFirst().networks()).containsKey(network().name());

    refuses(Kind.IN_USE, () -> engine.networks().remove(network().name()));

    engine.containers().remove(id, AnonymousVolumes.KEEP);
    engine.networks().remove(network().name());
    assertThat(observed().networks()).isEmpty();
  }

  @Test
  void a_network_that_is_not_there_takes_no_container() {
    ContainerSpec spec = specOn(network());
    assertThatThrownBy(() -> engine.containers().start(engine.containers().create(spec)))
        .isInstanceOf(EngineException.class);
  }

  @Test
  void a_volume_is_made_with_its_first_labels() {
    engine.volumes().create(volume(), labels());
    engine.volumes().create(volume(), labels());

    assertThat(observed().volumes()).hasSize(1);
    assertThat(observed().volumes().getFirst().labels()).isEqualTo(labels());
  }

  @Test
  void a_named_volume_is_observed_wherever_it_is_from() {
    engine.volumes().create(volume(), labels());
    var other = new ProjectName(name + "-other");

    Observed seen =
        engine
            .system()
            .observe(new ObserveRequest(other, Set.of(), Set.of(volume().name()), Set.of()));

    assertThat(seen.volumes()).hasSize(1);
  }

  @Test
  void a_command_answers_in_what_runs_only() {
    String id = created(sleeper());
    ExecRequest yes = ExecRequest.of(List.of("true"));
    refuses(Kind.CONFLICT, () -> engine.containers().exec(id, yes, Duration.ofSeconds(20)));

    engine.containers().start(id);

    assertThat(engine.containers().exec(id, yes, Duration.ofSeconds(20)).succeeded()).isTrue();
  }

  @Test
  void a_command_whose_program_is_missing_is_refused() {
    String id = started(sleeper());
    refuses(
        Kind.INVALID,
        () ->
            engine
                .containers()
                .exec(id, ExecRequest.of(List.of("/no/such/program")), Duration.ofSeconds(20)));
  }

  @Test
  void events_tell_of_a_life_from_before_its_begin() {
    try (EventStream events = engine.events().of(new ProjectName(name))) {
      String id = started(sleeper());
      EngineEvent start = next(events, "start");
      assertThat(start.container()).isEqualTo(id);
      assertThat(start.attributes()).containsEntry("name", name + "-web-1");
      assertThat(start.attributes()).containsEntry(Labels.SERVICE, "web");

      engine.containers().remove(id, AnonymousVolumes.KEEP);
      assertThat(next(events, "die").attributes()).containsKey("exitCode");
    }
  }

  @Test
  void events_are_those_of_the_project_and_no_others() {
    EventStream others = engine.events().of(new ProjectName(name + "-beside"));
    try (EventStream ours = engine.events().of(new ProjectName(name))) {
      String id = started(sleeper());
      assertThat(next(ours, "start").container()).isEqualTo(id);
    } finally {
      others.close();
    }

    assertThat(others.next()).isEmpty();
  }

  @Test
  void a_closed_event_stream_ends() {
    EventStream events = engine.events().of(new ProjectName(name));
    events.close();
    assertThat(events.next()).isEmpty();
  }

  @Test
  void lines_are_those_of_the_container_and_end_with_it() {
    scriptWeb(engine, 3, "hello");
    String id = started(Models.service("web", "sh", "-c", "echo hello; exit 3"));

    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);
    List<String> lines = new ArrayList<>();
    try (LogStream stream = engine.containers().logs(id, all)) {
      for (var line = stream.next(); line.isPresent(); line = stream.next()) {
        lines.add(line.get().text());
      }
    }

    assertThat(lines).containsExactly("hello");
    ContainerDetail detail = engine.containers().inspect(id);
    assertThat(detail.state()).isEqualTo(ContainerState.EXITED);
    assertThat(detail.ending().exitCode()).isEqualTo(3);
  }

  @Test
  void lines_that_no_driver_keeps_are_refused() {
    String id = started(Models.logging(sleeper(), "none", Map.of()));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

    refuses(Kind.NOT_SUPPORTED, () -> engine.containers().logs(id, all));
  }

  @Test
  void lines_that_a_driver_sends_away_are_refused_without_a_copy() {
    var options = Map.of("syslog-address", "udp://127.0.0.1:5514", "cache-disabled", "true");
    String id = started(Models.logging(sleeper(), "syslog", options));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

    refuses(Kind.NOT_SUPPORTED, () -> engine.containers().logs(id, all));
  }

  @Test
  void of_lines_that_a_driver_sends_away_a_copy_is_kept() {
    scriptWeb(engine, 3, "hello");
    var options = Map.of("syslog-address", "udp://127.0.0.1:5514");
    Service service = Models.service("web", "sh", "-c", "echo hello; exit 3");
    String id = started(Models.logging(service, "syslog", options));
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);

    try (LogStream stream = engine.containers().logs(id, all)) {
      assertThat(stream.next().orElseThrow().text()).isEqualTo("hello");
    }
  }

  @Test
  void a_tail_of_no_lines_waits_for_what_comes() {
    String id = started(sleeper());
    var none = new LogRequest(OptionalInt.of(0), Optional.empty(), LogRequest.Mode.UNTIL_NOW);
    try (LogStream stream = engine.containers().logs(id, none)) {
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void a_healthcheck_is_seen_from_close_by_before_its_first_run() {
    String id = started(Models.healthchecked(sleeper(), "CMD", "true"));

    ContainerDetail.HealthDetail health = engine.containers().inspect(id).health().orElseThrow();

    assertThat(health.state()).isEqualTo(ContainerDetail.HealthState.STARTING);
    assertThat(health.check().test()).containsExactly("CMD", "true");
    assertThat(health.check().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(engine.containers().inspect(secondReplica()).health()).isEmpty();
  }

  @Test
  void a_shared_namespace_is_observed_by_the_id_of_its_owner() {
    String owner = started(sleeper());
    var shared = new Namespace.OfContainer(name + "-web-1");
    Service guest = Models.sharing(Models.service("guest", "sleep", "1000"), shared);
    Project project = Models.project(name, guest);
    engine
        .containers()
        .start(engine.containers().create(new PlanBuilder(project).spec("guest", 1)));

    ObservedContainer seen =
        engine.system().observe(ObserveRequest.closely(project)).containers().stream()
            .filter(it -> it.service().equals(guest.name()))
            .findFirst()
            .orElseThrow();

    assertThat(seen.joined("network_mode")).contains(owner);
    assertThat(seen.joined("pid")).contains(owner);
  }

  @Test
  void what_shares_with_a_container_that_does_not_run_does_not_start() {
    String owner = started(sleeper());
    Service guest =
        Models.sharing(
            Models.service("guest", "sleep", "1000"), new Namespace.OfContainer(name + "-web-1"));
    ContainerSpec spec = new PlanBuilder(Models.project(name, guest)).spec("guest", 1);
    String id = engine.containers().create(spec);
    engine.containers().stop(owner, Optional.of(Duration.ofSeconds(1)));

    assertThatThrownBy(() -> engine.containers().start(id)).isInstanceOf(EngineException.class);
  }

  @Test
  void containers_of_others_are_observed_where_they_may_hold_what_is_wanted() {
    started(sleeper());
    var other = new ProjectName(name + "-other");
    var claims = new Claims(Set.of(name + "-web-1"), Set.of(), Set.of());
    var nothing = Set.<String>of();

    Observed seen =
        engine
            .system()
            .observe(new ObserveRequest(other, nothing, nothing, Set.of(), Set.of(), claims));

    assertThat(seen.containers()).isEmpty();
    assertThat(seen.neighbours()).extracting("name").contains(name + "-web-1");
    var own =
        new ObserveRequest(new ProjectName(name), nothing, nothing, Set.of(), Set.of(), claims);
    assertThat(engine.system().observe(own).neighbours()).isEmpty();
  }

  private String secondReplica() {
    String id =
        engine.containers().create(new PlanBuilder(Models.project(name, sleeper())).spec("web", 2));
    engine.containers().start(id);
    return id;
  }

  @Test
  void an_unknown_image_is_not_pulled() {
    EngineException refusal =
        catchThrowableOfType(
            EngineException.class,
            () ->
                engine
                    .images()
                    .pull(
                        new ImageRef("127.0.0.1:1/fermata-no-such-image:1"),
                        Optional.empty(),
                        progress -> {}));
    assertThat(refusal).isNotNull();
  }
}
