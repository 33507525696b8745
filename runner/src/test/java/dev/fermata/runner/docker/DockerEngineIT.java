package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Value;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerFile.Content.Known;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the adapter has to do on a real engine, beyond the contract of all engines. */
class DockerEngineIT extends OnRealEngine {
  @Test
  void a_container_is_on_its_networks_with_aliases_and_a_static_address() {
    Project project =
        Wanted.sound(
            Wanted.project(name)
                .network(
                    "front",
                    it ->
                        it.set(
                            "ipam", Map.of("config", List.of(Map.of("subnet", "10.213.7.0/24")))))
                .network("back")
                .service(
                    "web",
                    web ->
                        Wanted.shell(web, "sleep 60")
                            .network(
                                "front",
                                it ->
                                    it.set("aliases", List.of("www"))
                                        .set("ipv4_address", "10.213.7.77"))
                            .network("back", it -> it.set("aliases", List.of("store"))))
                .service(
                    "job", job -> Wanted.shell(job, "sleep 60").network("front").network("back")));
    project
        .networks()
        .values()
        .forEach(network -> engine.networks().create(NetworkSpec.of(network, labels())));
    start(project, "web");
    String client = start(project, "job");
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
    Project project =
        Wanted.sound(
            Wanted.project(name)
                .network("front")
                .service("web", web -> Wanted.shell(web, "sleep 60").network("front")));
    var network = project.networks().values().iterator().next();
    engine.networks().create(NetworkSpec.of(network, labels()));
    String id = start(project, "web");
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
            new ProjectName(name),
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
    Project project =
        Wanted.sound(
            Wanted.project(name)
                .volume("files")
                .service("web", web -> Wanted.alone(web, "exit 3").volume("files:/files")));
    var volume = project.volumes().values().iterator().next();
    engine.volumes().create(VolumeSpec.of(volume, labels()));
    String id = start(project, "web");
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
    Project project = Wanted.alone(name, "sleep 60");
    String id = engine.containers().create(Wanted.container(project, "web"));
    engine
        .containers()
        .putFiles(
            id,
            List.of(
                new ContainerFile(
                    "/run/secrets/key", new Known(Value.sensitive("s3cret")), 12, 34, 0400),
                new ContainerFile("/conf", new Known(Value.plain("ü")), 0, 0, 0444)));
    engine.containers().start(id);
    assertThat(run(id, "stat -c '%u %g %a' /run/secrets/key; cat /run/secrets/key /conf"))
        .isEqualTo("12 34 400\ns3cretü");
  }

  @Test
  void refusals_are_told_in_domain_words() {
    Project project = Wanted.alone(name, "sleep 60");
    start(project, "web");
    EngineException twice = failure(() -> start(project, "web"));
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
    start(published("one", "127.0.0.1::80"), "one");
    int port = observe().containers().getFirst().listing().ports().getFirst().published();
    Project second = published("two", "127.0.0.1:" + port + ":80");
    EngineException taken = failure(() -> start(second, "two"));
    assertThat(taken.kind()).isEqualTo(Kind.PORT_IN_USE);
    assertThat(taken).hasMessageContaining("port `" + port + "`");
  }

  private Project published(String service, String port) {
    return Wanted.sound(
        Wanted.project(name).service(service, it -> Wanted.alone(it, "sleep 60").port(port)));
  }

  @Test
  void a_secret_without_its_file_is_named() {
    Project project =
        Wanted.sound(
            Wanted.project(name)
                .secret("key", secret -> secret.set("file", "/nowhere/key"))
                .service("web", web -> Wanted.alone(web, "true").secret("key")));
    EngineException missing =
        failure(() -> engine.containers().create(Wanted.container(project, "web")));
    assertThat(missing.kind()).isEqualTo(Kind.PATH_MISSING);
    assertThat(missing)
        .hasMessage("secret `key` has no file: `/nowhere/key` does not exist on the engine's host");
    assertThat(missing.hint()).startsWith("create it there");
  }
}
