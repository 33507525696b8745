package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.model.Build;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Health;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Mount;
import dev.fermata.model.Networking;
import dev.fermata.model.Platform;
import dev.fermata.model.PortMapping;
import dev.fermata.model.Process;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.Storage;
import dev.fermata.model.Value;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream.Line;
import dev.fermata.runner.engine.LogStream.Origin;
import dev.fermata.runner.engine.ObserveRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter has to do on a real engine, beyond the contract of all engines. */
@Timeout(120)
class DockerEngineIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final String name = "docker-it-" + UUID.randomUUID().toString().substring(0, 8);
  private final DockerEngine engine = DockerEngine.connect(System.getenv());

  @AfterEach
  void removeWhatIsLeft() {
    Observed left = observe();
    left.containers().forEach(it -> engine.containers().remove(it.id(), AnonymousVolumes.REMOVE));
    left.networks().forEach(it -> engine.networks().remove(it.id()));
    left.volumes().forEach(it -> engine.volumes().remove(it.name()));
    engine.images().remove(name + ":latest");
    engine.close();
  }

  private Observed observe() {
    Project plain = Wanted.project(name, List.of(), List.of());
    return engine.system().observe(ObserveRequest.of(plain.name()));
  }

  private SortedMap<String, String> labels() {
    return new TreeMap<>(java.util.Map.of(Labels.PROJECT, name));
  }

  private String start(Project project, Service service) {
    String id = engine.containers().create(Wanted.container(project, service));
    engine.containers().start(id);
    return id;
  }

  private String start(String script) {
    var service =
        Wanted.service("web", Wanted.shell(script), Wanted.NO_NETWORKING, Wanted.NO_STORAGE);
    return start(Wanted.project(name, List.of(), List.of()), service);
  }

  private String run(String container, String script) {
    ExecResult result =
        engine
            .containers()
            .exec(container, ExecRequest.of(List.of("sh", "-c", script)), Duration.ofSeconds(20));
    assertThat(result.exitCode()).as(result.output()).hasValue(0);
    return result.output().strip();
  }

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
    var tty =
        new Process(
            Optional.of(List.of("sh", "-c", "printf '\\001a\\nb\\n'")),
            Optional.empty(),
            new LinkedHashMap<>(),
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            Optional.empty());
    var service = Wanted.service("web", tty, Wanted.NO_NETWORKING, Wanted.NO_STORAGE);
    String id = start(Wanted.project(name, List.of(), List.of()), service);
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
    var health =
        new Health(
            Optional.of(List.of("CMD-SHELL", "echo fine")),
            Optional.of(Duration.ofMillis(200)),
            Optional.empty(),
            Optional.of(2),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(1)));
    var service =
        Wanted.service(
            "web",
            Wanted.shell("sleep 60"),
            Wanted.NO_NETWORKING,
            Wanted.NO_STORAGE,
            Optional.of(health));
    try (var events = engine.events().of(new ProjectName(name))) {
      String id = start(Wanted.project(name, List.of(), List.of()), service);
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

  @Test
  void an_image_is_built_from_what_is_not_ignored(@TempDir Path folder) throws IOException {
    String dockerfile =
        """
        FROM busybox
        ARG WHAT
        COPY . /in
        RUN echo built $WHAT && ls /in
        """;
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    Files.writeString(folder.resolve(".dockerignore"), "*.tmp\n");
    Files.writeString(folder.resolve("kept"), "x");
    Files.writeString(folder.resolve("dropped.tmp"), "x");
    var args = new LinkedHashMap<String, Value>();
    args.put("WHAT", Value.plain("it"));
    var plain = Wanted.build(folder.toString(), Optional.empty());
    var build =
        new dev.fermata.model.Build(
            plain.context(),
            plain.dockerfile(),
            plain.dockerfileInline(),
            args,
            plain.target(),
            plain.labels(),
            plain.tags(),
            plain.network(),
            plain.extraHosts(),
            plain.cacheFrom(),
            plain.options(),
            plain.unsupported());
    var told = new ArrayList<String>();
    String id =
        engine
            .images()
            .build(
                new BuildRequest(build, List.of(name), labels(), Optional.empty()),
                progress -> told.add(progress.text()));
    assertThat(told).contains("built it", "kept").doesNotContain("dropped.tmp");
    assertThat(engine.images().inspect(name)).map(image -> image.id()).contains(id);
  }

  @Test
  void a_build_on_a_base_of_another_platform_is_no_success(@TempDir Path folder)
      throws IOException {
    var base = Wanted.build(folder.toString(), Optional.of("FROM scratch\nLABEL a=b\n"));
    var on = Wanted.build(folder.toString(), Optional.of("FROM " + name + "-base\nLABEL c=d\n"));
    try {
      engine.images().build(request(base, name + "-base", "linux/amd64"), DockerEngineIT::ignore);

      EngineException failed =
          failure(() ->
              engine.images().build(request(on, name, "linux/arm64"), DockerEngineIT::ignore));

      assertThat(failed.kind()).isEqualTo(Kind.BUILD_FAILED);
      assertThat(failed.getMessage())
          .contains(name)
          .contains("was built for the platform `linux/amd64`, not for `linux/arm64`");
    } finally {
      engine.images().remove(name + ":latest");
      engine.images().remove(name + "-base:latest");
    }
  }

  private BuildRequest request(Build build, String tag, String platform) {
    return new BuildRequest(build, List.of(tag), labels(), Optional.of(Platform.of(platform)));
  }

  @Test
  void a_build_that_fails_names_its_step_and_shows_its_output(@TempDir Path folder) {
    var inline = Optional.of("FROM busybox\nRUN echo about to fail; exit 4\n");
    var request =
        new BuildRequest(
            Wanted.build(folder.toString(), inline), List.of(name), labels(), Optional.empty());
    EngineException failed = failure(() -> engine.images().build(request, DockerEngineIT::ignore));
    assertThat(failed.kind()).isEqualTo(Kind.BUILD_FAILED);
    assertThat(failed).hasMessageContaining("2/3 RUN echo about to fail");
    assertThat(failed.detail()).contains("about to fail").contains("non-zero code: 4");
  }

  private static void ignore(ImageProgress progress) {
    assertThat(progress.text()).isNotNull();
  }

  @Test
  void an_image_that_cannot_be_pulled_is_named() {
    var image = new ImageRef("localhost:1/no/such:9");
    EngineException failed =
        failure(() -> engine.images().pull(image, Optional.empty(), DockerEngineIT::ignore));
    assertThat(failed).hasMessageContaining(image.text());
  }

  private static EngineException failure(Runnable call) {
    return catchThrowableOfType(EngineException.class, call::run);
  }
}
