package dev.fermata.runner.docker.created;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.testing.Relay;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we create is what Docker Compose creates from the same file: see {@link CreatedCase}. {@code
 * -Dfermata.record=PROGRAM} makes it record what the docker-compose program creates, instead.
 */
class CreatedIT {
  private static final String IMAGE = "fermata/created";
  private static final Optional<String> PEER =
      Optional.ofNullable(System.getProperty("fermata.record"));

  @TempDir static Path noConfiguration;

  private static Api api;
  private static EngineLocation location;
  private static String engine;
  private static RandomAccessFile lockFile;
  private static FileLock lock;

  /** What came of a case. */
  private record Creation(List<String> failures, SortedMap<String, Object> objects) {}

  /**
   * Names are fixed, so two runs of a user must not meet. What one leaves, another may not touch.
   */
  private static final Path LOCK =
      CreatedCase.WORKPLACE.resolveSibling(
          "fermata-created-" + System.getProperty("user.name") + ".lock");

  @BeforeAll
  static void prepare() throws IOException {
    location = EngineLocation.find(System.getenv(), ClientConfig.of(System.getenv()));
    api = new Api(location, Optional.empty());
    lockFile = new RandomAccessFile(LOCK.toFile(), "rw");
    lock = lockFile.getChannel().lock();
    Files.createDirectories(CreatedCase.WORKPLACE);
    String[] version = api.get(Query.of("/version")).text("Version").split("[.]", -1);
    engine = version[0] + "." + version[1];
    importImage();
  }

  @AfterAll
  static void leave() throws IOException {
    api.delete(Query.of("/images/{}", IMAGE).with("force", "1"));
    api.close();
    removeWorkplace();
    lock.release();
    lockFile.close();
  }

  /** Another user's run makes it anew, with files of its own. */
  private static void removeWorkplace() throws IOException {
    try (Stream<Path> all = Files.walk(CreatedCase.WORKPLACE)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** An image with nothing in it but a configuration, so that only the Compose file decides. */
  private static void importImage() {
    Query path =
        Query.of("/images/create")
            .with("fromSrc", "-")
            .with("repo", IMAGE)
            .with("tag", "latest")
            .with("changes", "CMD [\"image\"]")
            .with("changes", "ENV OF_IMAGE=1");
    var nothing = new Outgoing.Bytes(new byte[1024], "application/x-tar");
    api.call(Outgoing.call("POST", path.toString()).withBody(nothing));
  }

  @TestFactory
  Stream<DynamicTest> an_object_is_created_as_docker_compose_creates_it() {
    return CreatedCase.all().parallelStream().map(it -> Map.entry(it, create(it))).toList().stream()
        .map(it ->
            DynamicTest.dynamicTest(it.getKey().name(), () -> judge(it.getKey(), it.getValue())));
  }

  private static Creation create(CreatedCase created) {
    created.unfold();
    var objects = new CreatedObjects(api, created.project());
    objects.remove();
    try (var relay = Relay.before(location.address())) {
      var surroundings =
          Map.of("DOCKER_HOST", relay.address(), "DOCKER_CONFIG", noConfiguration.toString());
      List<String> failures =
          PEER.map(program -> Creators.peer(program, created, surroundings))
              .orElseGet(() -> Creators.fermata(created, surroundings));
      return new Creation(failures, objects.reduced(created.compose(), Creations.through(relay)));
    } finally {
      objects.remove();
    }
  }

  private static void judge(CreatedCase created, Creation creation) throws IOException {
    if (PEER.isPresent()) {
      record(created, creation);
      return;
    }
    Optional<String> refusal = created.refusal(engine);
    if (refusal.isPresent()) {
      assertThat(creation.failures())
          .containsExactlyInAnyOrderElementsOf(refusal.get().lines().toList());
      return;
    }
    Map<?, ?> recorded = CreatedObjects.parsed(created.recorded(engine));
    if (((Map<?, ?>) creation.objects().get("asked")).isEmpty()) {
      assertThat(creation.failures()).isEmpty();
    } else {
      // What the engine of this machine refuses, another one may create.
      recorded.remove("failed");
    }
    Map<?, ?> ours = CreatedObjects.parsed(CreatedObjects.text(creation.objects()));
    compare(created.differences().on(created.nearest(engine)), recorded, ours);
  }

  private static void compare(Differences meant, Map<?, ?> recorded, Map<?, ?> ours) {
    SortedMap<String, String> differing = Differences.between(recorded, ours);
    for (Differences.Difference one : meant.all()) {
      assertThat(differing.keySet()).as("differences.txt: still so").anyMatch(one::covers);
    }
    Differences all = meant.and(CreatedCase.everywhere());
    all.all().forEach(one -> differing.keySet().removeIf(one::covers));
    assertThat(differing.entrySet()).as("place = what differs from Docker Compose").isEmpty();
  }

  private static void record(CreatedCase created, Creation creation) throws IOException {
    var recording = new TreeMap<>(creation.objects());
    if (!creation.failures().isEmpty()) {
      recording.put("failed", creation.failures());
    }
    Files.writeString(created.recording(engine), CreatedObjects.text(recording));
    assertThat(created.recording(engine)).exists();
  }
}
