package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Mount;
import dev.fermata.model.Networking;
import dev.fermata.model.PortMapping;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.Storage;
import dev.fermata.model.Value;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the adapter has to do on a real engine, beyond the contract of all engines. */
class DockerEngineIT extends OnRealEngine {
  @Test
  void a_container_is_on_its_networks_with_aliases_and_a_static_address() {
    var front = Wanted.network(name, "front", Optional.of("10.213.7.0/24"));
    var back = Wanted.network(name, "back", Optional.empty());
    Project project = Wanted.project(name, List.of(front, back), List.of());
    engine.networks().create(NetworkSpec.of(front, labels()));
    engine.networks().create(NetworkSpec.of(back, labels()));
    var networking =
        Wanted.networking(
            List.of(
                Wanted.attachment("front", List.of("www"), Optional.of("10.213.7.77")),
                Wanted.attachment("back", List.of("store"), Optional.empty())));
    start(project, Wanted.service("web", Wanted.shell("sleep 60"), networking, Wanted.NO_STORAGE));
    var other =
        Wanted.networking(
            List.of(
                Wanted.attachment("front", List.of(), Optional.empty()),
                Wanted.attachment("back", List.of(), Optional.empty())));
    String client =
        start(project, Wanted.service("job", Wanted.shell("sleep 60"), other, Wanted.NO_STORAGE));
    assertThat(run(client, "ping -c1 -w2 www")).contains("10.213.7.77");
    for (String alias : List.of("web", name + "-web-1", "store")) {
      assertThat(run(client, "ping -c1 -w2 " + alias)).contains("1 packets received");
    }
    assertThat(observe().containers())
        .allSatisfy(
            it -> assertThat(it.networks()).containsOnlyKeys(name + "_front", name + "_back"));
  }

  @Test
  void a_network_in_use_is_not_removed() {
    var network = Wanted.network(name, "front", Optional.empty());
    engine.networks().create(NetworkSpec.of(network, labels()));
    var networking =
        Wanted.networking(List.of(Wanted.attachment("front", List.of(), Optional.empty())));
    Project project = Wanted.project(name, List.of(network), List.of());
    String id =
        start(
            project,
            Wanted.service("web", Wanted.shell("sleep 60"), networking, Wanted.NO_STORAGE));
    assertThat(failure(() -> engine.networks().remove(network.name())).kind())
        .isEqualTo(Kind.IN_USE);
    engine.containers().remove(id, AnonymousVolumes.REMOVE);
    engine.networks().remove(network.name());
    engine.networks().remove(network.name());
    assertThat(observe().networks()).isEmpty();
  }

  @Test
  void what_is_asked_for_by_name_is_observed_if_it_is_there() {
    var image = new ImageRef("docker.io/library/busybox");
    var request =
        new ObserveRequest(
            Wanted.project(name, List.of(), List.of()).name(),
            Set.of("bridge", "bridg"),
            Set.of(name + "_none"),
            Set.of(image, new ImageRef("no-such-image:1")));
    Observed observed = engine.system().observe(request);
    assertThat(observed.networks()).extracting("name").containsExactly("bridge");
    assertThat(observed.volumes()).isEmpty();
    assertThat(observed.images()).containsOnlyKeys(image.familiar());
  }

  @Test
  void a_listed_container_says_what_it_is_made_of() {
    var volume = Wanted.volume(name, "files");
    engine.volumes().create(VolumeSpec.of(volume, labels()));
    var mounts =
        new Storage(
            List.of(
                new Mount.OfVolume(
                    Optional.of("files"),
                    "/files",
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Collections.emptySortedMap())),
            new LinkedHashMap<>(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Collections.emptySortedMap());
    Project project = Wanted.project(name, List.of(), List.of(volume));
    var service = Wanted.service("web", Wanted.shell("exit 3"), Wanted.NO_NETWORKING, mounts);
    String id = start(project, service);
    Awaitility.await()
        .atMost(SOON)
        .until(() -> engine.containers().inspect(id).state().equals(ContainerState.EXITED));
    ObservedContainer listed = observe().containers().getFirst();
    assertThat(listed.id()).isEqualTo(id);
    assertThat(listed.name()).isEqualTo(name + "-web-1");
    assertThat(listed.number()).isEqualTo(1);
    assertThat(listed.state()).isEqualTo(ContainerState.EXITED);
    assertThat(listed.imageId())
        .isEqualTo(engine.images().inspect("busybox").map(image -> image.id()).orElse(""));
    assertThat(listed.mounts())
        .extracting("volume", "target")
        .contains(org.assertj.core.groups.Tuple.tuple(Optional.of(volume.name()), "/files"));
    assertThat(engine.containers().inspect(id).ending().exitCode()).isEqualTo(3);
    assertThat(failure(() -> engine.volumes().remove(volume.name())).kind()).isEqualTo(Kind.IN_USE);
  }

  @Test
  void files_are_put_where_they_belong() {
    String id =
        engine
            .containers()
            .create(
                Wanted.container(
                    Wanted.project(name, List.of(), List.of()),
                    Wanted.service(
                        "web", Wanted.shell("sleep 60"), Wanted.NO_NETWORKING, Wanted.NO_STORAGE)));
    engine
        .containers()
        .putFiles(
            id,
            List.of(
                new ContainerFile("/run/secrets/key", Value.sensitive("s3cret"), 12, 34, 0400),
                new ContainerFile("/conf", Value.plain("ü"), 0, 0, 0444)));
    engine.containers().start(id);
    assertThat(run(id, "stat -c '%u %g %a' /run/secrets/key; cat /run/secrets/key /conf"))
        .isEqualTo("12 34 400\ns3cretü");
  }

  @Test
  void refusals_are_told_in_domain_words() {
    var plain =
        Wanted.service("web", Wanted.shell("sleep 60"), Wanted.NO_NETWORKING, Wanted.NO_STORAGE);
    Project project = Wanted.project(name, List.of(), List.of());
    start(project, plain);
    EngineException twice = failure(() -> start(project, plain));
    assertThat(twice.kind()).isEqualTo(Kind.NAME_IN_USE);
    assertThat(twice).hasMessageContaining(name + "-web-1");
    assertThat(failure(() -> engine.containers().inspect("no-such-" + name)).kind())
        .isEqualTo(Kind.NOT_FOUND);
    engine.containers().remove("no-such-" + name, AnonymousVolumes.KEEP);
    engine.volumes().remove("no-such-" + name);
    engine.images().remove("no-such-" + name);
    assertThat(engine.images().inspect("no-such-" + name)).isEmpty();
  }

  @Test
  void a_port_that_is_taken_is_named() {
    Project project = Wanted.project(name, List.of(), List.of());
    var first = service("one", Optional.empty());
    start(project, first);
    int port = observe().containers().getFirst().listing().ports().getFirst().published();
    var second = service("two", Optional.of(String.valueOf(port)));
    EngineException taken = failure(() -> start(project, second));
    assertThat(taken.kind()).isEqualTo(Kind.PORT_IN_USE);
    assertThat(taken).hasMessageContaining("port `" + port + "`");
  }

  private static Service service(String name, Optional<String> published) {
    Networking none = Wanted.NO_NETWORKING;
    var ports = List.of(new PortMapping(80, published, Optional.of("127.0.0.1"), "tcp"));
    var networking =
        new Networking(
            none.mode(),
            none.attachments(),
            ports,
            none.expose(),
            none.hostname(),
            none.domainName(),
            none.extraHosts(),
            none.dns(),
            none.links(),
            none.externalLinks(),
            none.macAddress());
    return Wanted.service(name, Wanted.shell("sleep 60"), networking, Wanted.NO_STORAGE);
  }

  @Test
  void a_secret_without_its_file_is_named() {
    Storage none = Wanted.NO_STORAGE;
    var grant = new FileGrant("key", "key", Optional.empty(), Optional.empty(), Optional.empty());
    var storage =
        new Storage(
            none.mounts(),
            none.tmpfs(),
            List.of(grant),
            none.configs(),
            none.volumesFrom(),
            none.sharedMemory(),
            none.options());
    var service = Wanted.service("web", Wanted.shell("true"), Wanted.NO_NETWORKING, storage);
    Project plain = Wanted.project(name, List.of(), List.of());
    var secrets = new TreeMap<String, dev.fermata.model.Secret>();
    secrets.put(
        "key", new dev.fermata.model.Secret("key", "key", new FileSource.HostFile("/nowhere/key")));
    var project =
        new Project(
            plain.name(),
            plain.workingDirectory(),
            List.of(),
            List.of(),
            plain.services(),
            plain.disabled(),
            plain.networks(),
            plain.volumes(),
            secrets,
            plain.configs(),
            plain.definition());
    EngineException missing =
        failure(() -> engine.containers().create(Wanted.container(project, service)));
    assertThat(missing.kind()).isEqualTo(Kind.INVALID);
    assertThat(missing)
        .hasMessage("secret `key` has no file: `/nowhere/key` does not exist on the engine's host");
    assertThat(missing.hint()).startsWith("create it there");
  }
}
