package dev.fermata.runner.testing;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Mount;
import dev.fermata.model.Platform;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.engine.build.DockerfileWarning;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fake engine holds. Checks that come before a change are the engine's, under its lock. */
final class FakeWorld {
  final Map<String, FakeContainer> containers = new ConcurrentSkipListMap<>();

  /** By id: there may be several of one name. */
  final Map<String, ObservedNetwork> networks = new ConcurrentSkipListMap<>();

  final Map<String, ObservedVolume> volumes = new ConcurrentSkipListMap<>();

  /** Images that a build has taken the name from, and their projects. */
  final Map<FakeImage, String> dangling = new ConcurrentHashMap<>();

  /** Of every Dockerfile. */
  final List<DockerfileWarning> doubts = new CopyOnWriteArrayList<>();

  final Map<String, FakeImage> images = new ConcurrentSkipListMap<>();
  final Map<String, List<FakeImage>> registry = new ConcurrentHashMap<>();

  /** Names of containers that somebody is making. */
  final Set<String> reserved = new HashSet<>();

  FakeContainer container(String handle) {
    return find(handle).orElseThrow(() -> refusal(Kind.NOT_FOUND, "no such container: " + handle));
  }

  Optional<FakeContainer> find(String handle) {
    return containers.values().stream()
        .filter(container -> container.id().equals(handle) || container.name().equals(handle))
        .findFirst();
  }

  ObservedNetwork network(String idOrName) {
    return findNetwork(idOrName)
        .orElseThrow(() -> refusal(Kind.NOT_FOUND, "network " + idOrName + " not found"));
  }

  Optional<ObservedNetwork> findNetwork(String idOrName) {
    List<ObservedNetwork> named =
        networks.values().stream().filter(network -> network.name().equals(idOrName)).toList();
    if (named.size() > 1) {
      throw refusal(
          Kind.AMBIGUOUS,
          "network %s is ambiguous (%d matches found on name)".formatted(idOrName, named.size()));
    }
    return named.stream().findFirst().or(() -> Optional.ofNullable(networks.get(idOrName)));
  }

  /** Refuses to remove what containers use, and names them. */
  void requireUnused(String what, Predicate<FakeContainer> uses) {
    String users =
        containers.values().stream()
            .filter(uses)
            .map(FakeWorld::named)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!users.isEmpty()) {
      throw refusal(Kind.IN_USE, what + " is still in use").heldBy(users);
    }
  }

  private static String named(FakeContainer container) {
    String project = container.spec().labels().getOrDefault(Labels.PROJECT, "");
    return "container `%s`%s"
        .formatted(container.name(), project.isEmpty() ? "" : " of project `" + project + "`");
  }

  List<String> volumesOf(FakeContainer container) {
    return mounts(container).stream().flatMap(mount -> mount.volume().stream()).toList();
  }

  Observed observe(ObserveRequest request) {
    String project = request.project().text();
    SortedMap<String, ObservedImage> found = new TreeMap<>();
    for (ImageRef image : request.images().keySet()) {
      FakeImage local = images.get(image.familiar());
      if (local != null) {
        found.put(
            image.familiar(),
            new ObservedImage(
                local.id(),
                List.of(image.familiar()),
                new TreeMap<>(),
                new TreeSet<>(Set.of(local.platform()))));
      }
    }
    Set<String> looked = FakeShares.lookedAt(this, request);
    return Observed.NOTHING
        .withContainers(closely(observed(it -> isOf(project, it.spec().labels())), looked))
        .withNeighbours(closely(neighbours(request), looked))
        .withNetworks(
            networks.values().stream()
                .filter(it -> isOf(project, it.labels()) || request.networks().contains(it.name()))
                .toList())
        .withVolumes(
            volumes.values().stream()
                .filter(it -> isOf(project, it.labels()) || request.volumes().contains(it.name()))
                .toList())
        .withImages(found);
  }

  /** What a list does not tell is told of those that were looked at closely. */
  private List<ObservedContainer> closely(List<ObservedContainer> listed, Set<String> looked) {
    return listed.stream()
        .map(it -> looked.contains(it.id()) ? it.sharing(FakeShares.seen(container(it.id()))) : it)
        .toList();
  }

  List<ObservedContainer> list(ContainerQuery query) {
    return containers.values().stream()
        .filter(it -> query.labels().stream().allMatch(label -> carries(it, label)))
        .filter(it -> query.reach() == Reach.ALL || it.state().mayRun())
        .map(this::observed)
        .toList();
  }

  private static boolean carries(FakeContainer container, String label) {
    String[] parts = label.split("=", 2);
    String value = container.spec().labels().get(parts[0]);
    return value != null && (parts.length == 1 || value.equals(parts[1]));
  }

  private List<ObservedContainer> neighbours(ObserveRequest request) {
    String project = request.project().text();
    List<ObservedContainer> own = observed(it -> isOf(project, it.spec().labels()));
    return request.claims().areHeldBy(own)
        ? List.of()
        : observed(it -> !isOf(project, it.spec().labels()));
  }

  private List<ObservedContainer> observed(Predicate<FakeContainer> wanted) {
    return containers.values().stream().filter(wanted).map(this::observed).toList();
  }

  /** The image behind a name, if it will do for the platform: what engines say at a creation. */
  FakeImage image(ImageRef image, Optional<Platform> wanted) {
    FakeImage found = images.get(image.familiar());
    if (found == null) {
      throw refusal(Kind.IMAGE_NOT_FOUND, "no image " + image);
    }
    require(found, image, wanted);
    return found;
  }

  static void require(FakeImage found, ImageRef image, Optional<Platform> wanted) {
    if (wanted.filter(it -> !it.accepts(found.platform())).isPresent()) {
      throw refusal(
          Kind.IMAGE_NOT_FOUND,
          "the image %s is for %s, not for %s"
              .formatted(image, found.platform(), wanted.orElseThrow()));
    }
  }

  List<String> all() {
    List<String> all = new ArrayList<>();
    containers.values().forEach(it -> all.add("container " + it.name()));
    networks.values().forEach(it -> all.add("network " + it.name()));
    volumes.keySet().forEach(it -> all.add("volume " + it));
    return all;
  }

  static EngineException refusal(Kind kind, String message) {
    return new EngineException(kind, message, message);
  }

  private static boolean isOf(String project, Map<String, String> labels) {
    return project.equals(labels.get(Labels.PROJECT));
  }

  private ObservedContainer observed(FakeContainer container) {
    SortedMap<String, String> labels = container.spec().labels();
    String status =
        switch (container.state()) {
          case ContainerState.Standard.EXITED ->
              "Exited (" + container.exitCode() + ") 1 second ago";
          case ContainerState.Standard.RUNNING -> "Up 1 second";
          default -> container.state().text();
        };
    return new ObservedContainer(
        container.id(),
        container.name(),
        container.spec().service(),
        container.spec().identity().number(),
        labels.containsKey(Labels.HOOK) || "True".equals(labels.get(Labels.ONE_OFF)),
        container.state(),
        container.spec().image().text(),
        container.image().id(),
        labels,
        new TreeMap<>(container.networks()),
        mounts(container),
        new ObservedContainer.Listing(
            "\"command\"",
            Instant.EPOCH,
            status,
            FakePorts.of(container),
            new TreeMap<>(),
            FakeShares.listed(container)));
  }

  private List<ObservedMount> mounts(FakeContainer container) {
    return container.spec().storage().mounts().stream()
        .flatMap(mount -> mount(container, mount))
        .toList();
  }

  private static Stream<ObservedMount> mount(FakeContainer container, Mount mount) {
    return switch (mount) {
      case Mount.OfVolume volume -> {
        String name = volume.volume().orElseGet(() -> anonymous(container, volume.target()));
        yield Stream.of(
            new ObservedMount(
                "volume", Optional.of(name), "/var/lib/volumes/" + name, volume.target()));
      }
      case Mount.Bind bind ->
          Stream.of(new ObservedMount("bind", Optional.empty(), bind.source(), bind.target()));
      case Mount.Tmpfs tmpfs -> Stream.of();
      case Mount.OfImage image -> Stream.of();
      case Mount.Other other -> Stream.of();
    };
  }

  private static String anonymous(FakeContainer container, String target) {
    return container
        .spec()
        .storage()
        .inherited()
        .getOrDefault(target, container.id() + target.replace('/', '_'));
  }

  /** For the log of calls: whatever a container is called by, its name; unknown, as it was said. */
  String nameOf(String handle) {
    return find(handle).map(FakeContainer::name).orElse(handle);
  }
}
