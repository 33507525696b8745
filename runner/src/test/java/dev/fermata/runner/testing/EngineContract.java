package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.model.ImageRef;
import dev.fermata.model.ProjectName;
import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.Service;
import dev.fermata.planner.conflict.Claims;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private final String name = ContractProject.freshName();
  private Engine engine;
  private ContractProject tested;

  /** An engine for one test, with the image {@code busybox}. */
  protected abstract Engine connect();

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
  void nothing_is_observed_of_a_project_that_is_not_there() {
    assertThat(tested.observed()).isEqualTo(Observed.NOTHING);
  }

  @Test
  void a_created_container_is_observed_with_its_labels() {
    String id = tested.created(ContractProject.sleeper());

    ObservedContainer container = tested.observed().containers().getFirst();
    assertThat(container.id()).isEqualTo(id);
    assertThat(container.name()).isEqualTo(name + "-web-1");
    assertThat(container.service().text()).isEqualTo("web");
    assertThat(container.number()).isEqualTo(1);
    assertThat(container.state()).isEqualTo(ContainerState.CREATED);
    assertThat(container.labels())
        .containsAllEntriesOf(tested.spec(ContractProject.sleeper()).labels());
  }

  @Test
  void a_container_has_no_life_before_its_start() {
    String id = tested.created(ContractProject.sleeper());
    assertThat(engine.containers().inspect(id).startedAt()).isEqualTo(Instant.EPOCH);

    engine.containers().start(id);

    assertThat(engine.containers().inspect(id).startedAt()).isAfter(Instant.EPOCH);
    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.RUNNING);
  }

  @Test
  void a_second_start_begins_a_new_life() {
    String id = tested.started(ContractProject.sleeper());
    ContainerDetail first = engine.containers().inspect(id);
    engine.containers().stop(id, Optional.of(Duration.ofSeconds(1)));

    engine.containers().start(id);

    assertThat(engine.containers().inspect(id).startedAt()).isAfter(first.startedAt());
  }

  @Test
  void a_container_from_close_by_tells_whether_the_engine_would_bring_it_back() {
    assertThat(engine.containers().inspect(tested.created(ContractProject.sleeper())).restartable())
        .isFalse();
    removeAll();
    open();
    String id =
        tested.started(Models.restarting(ContractProject.sleeper(), Condition.UNLESS_STOPPED));

    ContainerDetail detail = engine.containers().inspect(id);

    assertThat(detail.restartable()).isTrue();
    assertThat(detail.restartCount()).isZero();
    assertThat(detail.age()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
  }

  @Test
  void starting_what_runs_and_stopping_what_does_not_is_fine() {
    String id = tested.started(ContractProject.sleeper());
    engine.containers().start(id);
    engine.containers().stop(id, Optional.of(Duration.ofSeconds(1)));
    engine.containers().stop(id, Optional.of(Duration.ofSeconds(1)));

    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.EXITED);
    assertThat(engine.containers().inspect(id).ending().finishedAt()).isAfter(Instant.EPOCH);
  }

  @Test
  void whose_mounts_are_to_be_shared_has_to_be_there() {
    ContainerSpec alone = tested.spec(ContractProject.sleeper());
    ContainerSpec sharing = alone.sharingMountsOf(ContainerRef.named(name + "-nobody"));

    ContractProject.refuses(Kind.NOT_FOUND, () -> engine.containers().create(sharing));
  }

  @Test
  void a_paused_container_is_neither_paused_nor_started_again() {
    String id = tested.started(ContractProject.sleeper());
    ContractProject.refuses(Kind.CONFLICT, () -> engine.containers().unpause(id));

    engine.containers().pause(id);

    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.PAUSED);
    ContractProject.refuses(Kind.CONFLICT, () -> engine.containers().pause(id));
    ContractProject.refuses(Kind.CONFLICT, () -> engine.containers().start(id));
    engine.containers().unpause(id);
    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.RUNNING);
  }

  @Test
  void a_paused_container_can_be_stopped_and_killed() {
    String id = tested.started(ContractProject.sleeper());
    engine.containers().pause(id);
    engine.containers().kill(id, "SIGKILL");
    assertThat(engine.containers().awaitEnd(id)).isEqualTo(137);

    engine.containers().start(id);
    engine.containers().pause(id);
    engine.containers().stop(id, Optional.of(Duration.ofSeconds(1)));
    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.EXITED);
  }

  @Test
  void what_does_not_run_is_not_paused_and_gets_no_signal() {
    String id = tested.created(ContractProject.sleeper());
    ContractProject.refuses(Kind.CONFLICT, () -> engine.containers().pause(id));
    ContractProject.refuses(Kind.CONFLICT, () -> engine.containers().kill(id, "SIGKILL"));
  }

  @Test
  void a_signal_may_leave_a_container_running() {
    String id = tested.started(ContractProject.sleeper());

    engine.containers().kill(id, "SIGCONT");
    engine.containers().kill(id, "28");

    assertThat(engine.containers().inspect(id).state()).isEqualTo(ContainerState.RUNNING);
    ContractProject.refuses(Kind.INVALID, () -> engine.containers().kill(id, "NO-SUCH"));
  }

  @Test
  void whoever_waits_for_an_end_gets_the_exit_code_of_one_that_was_before_too() {
    String id = tested.started(ContractProject.sleeper());
    engine.containers().kill(id, "SIGKILL");

    assertThat(engine.containers().awaitEnd(id)).isEqualTo(137);
    assertThat(engine.containers().awaitEnd(id)).isEqualTo(137);
    ContractProject.refuses(Kind.NOT_FOUND, () -> engine.containers().awaitEnd(name + "-nobody"));
  }

  @Test
  void containers_are_found_by_name_as_well() {
    String id = tested.created(ContractProject.sleeper());
    assertThat(engine.containers().inspect(name + "-web-1").id()).isEqualTo(id);
  }

  @Test
  void a_name_is_given_once() {
    tested.created(ContractProject.sleeper());
    ContractProject.refuses(Kind.NAME_IN_USE, () -> tested.created(ContractProject.sleeper()));
  }

  @Test
  void a_container_is_renamed_unless_the_name_is_taken() {
    String id = tested.created(ContractProject.sleeper());
    engine.containers().rename(id, name + "-other");
    assertThat(engine.containers().inspect(id).name()).isEqualTo(name + "-other");

    tested.created(ContractProject.sleeper());
    ContractProject.refuses(
        Kind.NAME_IN_USE, () -> engine.containers().rename(id, name + "-web-1"));
  }

  @Test
  void what_is_not_there_is_not_found() {
    String nobody = name + "-nobody";
    ContractProject.refuses(Kind.NOT_FOUND, () -> engine.containers().start(nobody));
    ContractProject.refuses(
        Kind.NOT_FOUND, () -> engine.containers().stop(nobody, Optional.empty()));
    ContractProject.refuses(Kind.NOT_FOUND, () -> engine.containers().inspect(nobody));
    ContractProject.refuses(
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
    engine.containers().remove(tested.started(ContractProject.sleeper()), AnonymousVolumes.KEEP);
    assertThat(tested.observed().containers()).isEmpty();
  }

  @Test
  void an_image_that_is_not_there_makes_no_container() {
    Service unknown =
        Models.changed(ContractProject.sleeper(), web -> web.image("fermata-no-such-image:1"));
    ContractProject.refuses(Kind.IMAGE_NOT_FOUND, () -> tested.created(unknown));
    assertThat(engine.images().inspect("fermata-no-such-image:1")).isEmpty();
    assertThat(engine.images().inspect("busybox")).isPresent();
  }

  @Test
  void a_healthcheck_is_seen_from_close_by_before_its_first_run() {
    String id = tested.started(Models.healthchecked(ContractProject.sleeper(), "CMD", "true"));

    ContainerDetail.HealthDetail health = engine.containers().inspect(id).health().orElseThrow();

    assertThat(health.state()).isEqualTo(ContainerDetail.HealthState.STARTING);
    assertThat(health.check().test()).containsExactly("CMD", "true");
    assertThat(health.check().interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(engine.containers().inspect(secondReplica()).health()).isEmpty();
  }

  @Test
  void containers_of_others_are_observed_where_they_may_hold_what_is_wanted() {
    tested.started(ContractProject.sleeper());
    var other = new ProjectName(name + "-other");
    var claims = new Claims(Set.of(name + "-web-1"), Set.of(), Set.of());
    var nothing = Set.<String>of();

    Observed seen =
        engine
            .system()
            .observe(
                new ObserveRequest(other, nothing, nothing, new TreeMap<>(), Set.of(), claims));

    assertThat(seen.containers()).isEmpty();
    assertThat(seen.neighbours()).extracting("name").contains(name + "-web-1");
    var own =
        new ObserveRequest(
            new ProjectName(name), nothing, nothing, new TreeMap<>(), Set.of(), claims);
    assertThat(engine.system().observe(own).neighbours()).isEmpty();
  }

  private String secondReplica() {
    String id =
        engine
            .containers()
            .create(
                new PlanBuilder(Models.project(name, ContractProject.sleeper())).spec("web", 2));
    engine.containers().start(id);
    return id;
  }

  @Test
  void an_image_that_is_not_there_is_not_pushed() {
    EngineException refusal =
        catchThrowableOfType(
            EngineException.class,
            () ->
                engine
                    .images()
                    .push(new ImageRef("127.0.0.1:1/fermata-no-such-image:1"), progress -> {}));
    assertThat(refusal.kind()).isEqualTo(EngineException.Kind.IMAGE_NOT_FOUND);
  }

  @Test
  void an_unknown_image_has_no_digest() {
    EngineException refusal =
        catchThrowableOfType(
            EngineException.class,
            () -> engine.images().published(new ImageRef("127.0.0.1:1/fermata-no-such-image:1")));
    assertThat(refusal).isNotNull();
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
