package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ProjectName;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.DescribedContainer;
import dev.fermata.runner.engine.listing.EngineDetail;
import dev.fermata.runner.engine.listing.EventWindow;
import dev.fermata.runner.engine.listing.ImageListing;
import dev.fermata.runner.engine.listing.ProcessTable;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine tells those who only look; see {@link EngineContract}. */
@Timeout(60)
public abstract class EngineListingsContract {
  private final String name = ContractProject.freshName();
  private final ProjectName project = new ProjectName(name);
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

  private List<String> listed(Reach reach) {
    return engine.containers().list(ContainerQuery.of(project, reach)).stream()
        .map(ObservedContainer::id)
        .toList();
  }

  @Test
  void containers_are_listed_by_labels_whether_they_run_or_not() {
    String id = tested.created(ContractProject.sleeper());
    assertThat(listed(Reach.ALL)).containsExactly(id);
    assertThat(listed(Reach.RUNNING)).isEmpty();

    engine.containers().start(id);

    assertThat(listed(Reach.RUNNING)).containsExactly(id);
    assertThat(engine.containers().list(ContainerQuery.ofProjects(Reach.RUNNING)))
        .anyMatch(it -> it.id().equals(id))
        .allMatch(it -> it.label(Labels.PROJECT).isPresent());
  }

  @Test
  void a_container_is_described_as_a_service() {
    String id = tested.created(ContractProject.sleeper());

    DescribedContainer described = engine.containers().describe(id);

    assertThat(described.id()).isEqualTo(id);
    assertThat(engine.containers().describe(described.name()).id()).isEqualTo(id);
    assertThat(described.labels()).containsEntry(Labels.PROJECT, name);
    assertThat(ContainerTable.IMAGE.in(described.service())).contains("busybox");
    assertThatThrownBy(() -> engine.containers().describe(name + "-none"))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  void an_engine_tells_of_itself_and_of_its_disk() {
    EngineDetail detail = engine.system().detail();

    assertThat(Duration.between(detail.time(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(5));
    assertThat(engine.system().diskUsage().unused()).isNotNegative();
  }

  @Test
  void what_runs_has_processes() {
    String id = tested.started(ContractProject.sleeper());

    ProcessTable table = engine.containers().top(id);

    assertThat(table.titles()).contains("UID", "PID", "CMD");
    assertThat(table.processes()).isNotEmpty();
    assertThat(table.processes().getFirst()).hasSameSizeAs(table.titles());
  }

  @Test
  void what_does_not_run_has_none() {
    String id = tested.created(ContractProject.sleeper());

    ContractProject.refuses(Kind.CONFLICT, () -> engine.containers().top(id));
    ContractProject.refuses(Kind.NOT_FOUND, () -> engine.containers().top(name));
  }

  @Test
  void what_runs_uses_something_and_what_does_not_uses_nothing() {
    String id = tested.created(ContractProject.sleeper());
    assertThat(engine.containers().stats(id)).isEqualTo(ContainerStats.NONE);

    engine.containers().start(id);

    ContainerStats stats = engine.containers().stats(id);
    assertThat(stats.processes()).isPositive();
    assertThat(stats.memory().limit()).isGreaterThanOrEqualTo(stats.memory().used());
  }

  @Test
  void use_is_told_until_the_stream_is_closed() {
    String id = tested.started(ContractProject.sleeper());
    var stream = engine.containers().followStats(id);

    assertThat(stream.next()).hasValueSatisfying(it -> assertThat(it.processes()).isPositive());

    stream.close();
    assertThat(stream.next()).isEmpty();
  }

  @Test
  void an_image_is_shown_by_its_id_and_by_its_name() {
    tested.created(ContractProject.sleeper());
    String id = tested.observed().containers().getFirst().imageId();

    Optional<ImageListing> listing = engine.images().listing(id);

    assertThat(listing).isPresent();
    assertThat(listing.get().size()).isPositive();
    assertThat(listing.get().id()).isEqualTo(id);
    assertThat(engine.images().listing("sha256:" + "0".repeat(64))).isEmpty();
  }

  @Test
  void volumes_of_a_project_are_listed_by_name() {
    for (String volume : List.of("b", "a")) {
      engine
          .volumes()
          .create(
              new VolumeSpec(
                  name + "_" + volume,
                  Optional.empty(),
                  new TreeMap<>(),
                  new TreeMap<>(Map.of(Labels.PROJECT, name))));
    }

    List<VolumeListing> volumes = engine.volumes().list(project);

    assertThat(volumes).extracting(VolumeListing::name).containsExactly(name + "_a", name + "_b");
    assertThat(engine.volumes().unused()).extracting(VolumeListing::name).contains(name + "_a");
    assertThat(volumes).allMatch(it -> it.driver().equals("local") && !it.mountpoint().isEmpty());
  }

  @Test
  void events_of_the_past_end_by_themselves() {
    Instant before = Instant.now().minusSeconds(60);
    String id = tested.started(ContractProject.sleeper());
    engine.containers().stop(id, Optional.of(Duration.ZERO));

    var window = new EventWindow(Optional.of(before), Optional.of(Instant.now()));
    var seen = new ArrayList<String>();
    try (var events = engine.events().of(project, window)) {
      for (Optional<EngineEvent> next = events.next(); next.isPresent(); next = events.next()) {
        seen.add(next.get().action());
      }
    }

    assertThat(seen).containsSubsequence("start", "die");
  }

  @Test
  void events_from_a_moment_on_begin_with_those_of_the_past() {
    Instant before = Instant.now().minusSeconds(60);
    String id = tested.started(ContractProject.sleeper());

    try (var events =
        engine.events().of(project, new EventWindow(Optional.of(before), Optional.empty()))) {
      assertThat(events.next()).map(EngineEvent::container).contains(id);
    }
  }
}
