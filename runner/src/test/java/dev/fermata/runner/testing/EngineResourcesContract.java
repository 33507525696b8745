package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Network;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.planner.spec.Builder;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every engine does with networks, volumes and images; see {@link EngineContract}. */
@Timeout(60)
public abstract class EngineResourcesContract {
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

  /**
   * Makes a second network of a name and its labels, where the engine can be brought to that; it
   * answers whether it could.
   */
  protected abstract boolean makeTwin(Engine of, NetworkSpec network) throws IOException;

  private String built() {
    return name + ":arm";
  }

  private SortedMap<String, String> labels() {
    return new TreeMap<>(Map.of(Labels.PROJECT, name));
  }

  private Network network() {
    return Models.network(name + "_default");
  }

  private Volume volume() {
    return Models.volume(name + "_data");
  }

  /** A service on the project's own network. */
  private ContainerSpec specOnNetwork() {
    Project project =
        ProjectBuilder.named(name)
            .service("web", web -> web.image("busybox").command("sleep", "1000"))
            .build()
            .value()
            .orElseThrow();
    return new PlanBuilder(project).spec("web", 1);
  }

  @Test
  void a_network_is_made_once_and_observed() {
    engine.networks().create(NetworkSpec.of(network(), labels()));
    ContractProject.refuses(
        Kind.NAME_IN_USE, () -> engine.networks().create(NetworkSpec.of(network(), labels())));

    assertThat(tested.observed().networks()).hasSize(1);
    assertThat(tested.observed().networks().getFirst().labels()).isEqualTo(labels());
    assertThat(engine.networks().list()).anyMatch(it -> it.labels().equals(labels()));
  }

  @Test
  void of_two_networks_of_one_name_none_takes_a_container_where_there_can_be_two()
      throws IOException {
    NetworkSpec spec = NetworkSpec.of(network(), labels());
    engine.networks().create(spec);
    boolean isMade = makeTwin(engine, spec);
    List<ObservedNetwork> both = tested.observed().networks();
    if (!isMade) {
      // An engine that keeps names apart has refused it.
      assertThat(both).hasSize(1);
      return;
    }
    assertThat(both).extracting(ObservedNetwork::name).containsExactly(spec.name(), spec.name());

    ContractProject.refuses(
        Kind.AMBIGUOUS,
        () -> engine.containers().start(engine.containers().create(specOnNetwork())));
    ContractProject.refuses(Kind.AMBIGUOUS, () -> engine.networks().remove(spec.name()));

    engine.networks().remove(both.getFirst().id());
    assertThat(tested.observed().networks()).containsExactly(both.getLast());
  }

  @Test
  void a_network_in_use_stays() {
    engine.networks().create(NetworkSpec.of(network(), labels()));
    String id = engine.containers().create(specOnNetwork());
    engine.containers().start(id);
    assertThat(tested.observed().containers().getFirst().networks()).containsKey(network().name());

    var refusal =
        ContractProject.refuses(Kind.IN_USE, () -> engine.networks().remove(network().name()));
    assertThat(refusal.holder())
        .isEqualTo("container `%s-web-1` of project `%s`".formatted(name, name));
    assertThat(refusal).hasMessageEndingWith("in use by " + refusal.holder());

    engine.containers().remove(id, AnonymousVolumes.KEEP);
    engine.networks().remove(network().name());
    assertThat(tested.observed().networks()).isEmpty();
  }

  @Test
  void a_network_that_is_not_there_takes_no_container() {
    ContainerSpec spec = specOnNetwork();
    assertThatThrownBy(() -> engine.containers().start(engine.containers().create(spec)))
        .isInstanceOf(EngineException.class);
  }

  @Test
  void a_volume_is_made_with_its_first_labels() {
    engine.volumes().create(VolumeSpec.of(volume(), labels()));
    engine.volumes().create(VolumeSpec.of(volume(), labels()));

    assertThat(tested.observed().volumes()).hasSize(1);
    assertThat(tested.observed().volumes().getFirst().labels()).isEqualTo(labels());
  }

  @Test
  void a_named_volume_is_observed_wherever_it_is_from() {
    engine.volumes().create(VolumeSpec.of(volume(), labels()));
    var other = new ProjectName(name + "-other");

    Observed seen =
        engine
            .system()
            .observe(new ObserveRequest(other, Set.of(), Set.of(volume().name()), Set.of()));

    assertThat(seen.volumes()).hasSize(1);
  }

  @Test
  void ports_of_an_image_that_is_not_there_are_not_known() {
    assertThat(engine.images().exposedPorts("no-such-image:1")).isEmpty();
    assertThat(engine.images().exposedPorts("busybox")).hasValue(List.of());
  }

  @Test
  void no_image_has_a_label_that_nobody_gives() {
    assertThat(engine.images().labelled("dev.fermata.nobody=gives")).isEmpty();
  }

  @Test
  void an_image_is_for_the_platform_that_it_was_built_for(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
    var arm = Platform.of("linux/arm64");
    var request =
        new BuildRequest(
            builder(),
            Models.build(folder.toString()),
            List.of(built()),
            labels(),
            List.of(arm),
            new TreeMap<>());
    engine.images().build(request, progress -> {});

    try {
      Set<ImageRef> images = Set.of(new ImageRef(built()));
      Observed seen =
          engine
              .system()
              .observe(new ObserveRequest(new ProjectName(name), Set.of(), Set.of(), images));
      assertThat(seen.images())
          .hasEntrySatisfying(built(), image -> assertThat(image.platforms()).containsExactly(arm));

      tested.created(Models.imaged(ContractProject.sleeper(), built(), arm));
      Service other = Models.imaged(Models.service("other"), built(), Platform.of("linux/amd64"));
      ContainerSpec refused = new PlanBuilder(Models.project(name, other)).spec("other", 1);
      ContractProject.refuses(Kind.IMAGE_NOT_FOUND, () -> engine.containers().create(refused));
    } finally {
      engine.containers().remove(name + "-web-1", AnonymousVolumes.REMOVE);
      engine.images().remove(built());
    }
  }

  @Test
  void an_image_whose_name_a_build_took_is_dangling_until_it_is_removed(@TempDir Path folder)
      throws IOException {
    String first = built(folder, "FROM scratch\nCOPY Dockerfile /one\n");
    var project = new ProjectName(name);
    assertThat(engine.images().dangling(project)).isEmpty();

    String second = built(folder, "FROM scratch\nCOPY Dockerfile /two\n");

    try {
      assertThat(engine.images().dangling(project)).containsExactly(first).doesNotContain(second);
      assertThat(engine.images().dangling(new ProjectName(name + "-other"))).isEmpty();
      engine.images().remove(first);
      assertThat(engine.images().dangling(project)).isEmpty();
    } finally {
      engine.images().remove(built());
    }
  }

  /** BuildKit, unless no connection can be handed over, by which it is spoken to. */
  private Builder builder() {
    return engine.images().builders().buildKit() == Builders.BuildKit.ABSENT
        ? new Builder.Classic(Builder.Because.NOT_THERE)
        : Builder.USUAL;
  }

  private String built(Path folder, String dockerfile) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    var request =
        new BuildRequest(
            builder(),
            Models.build(folder.toString()),
            List.of(built()),
            labels(),
            List.of(),
            new TreeMap<>());
    return engine.images().build(request, progress -> {});
  }
}
