package dev.fermata.planner;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Mount;
import dev.fermata.model.Namespace;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage;
import dev.fermata.planner.conflict.HostPort;
import dev.fermata.planner.digest.Sha256;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.Addresses;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import dev.fermata.planner.observed.ObservedContainer.Sharing;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An engine in a few lines, as strict as a real one about what plans rely on. All happens within
 * one second, so that no times of creation tell what came first.
 */
final class TinyWorld {
  private static final Platform HOST = Platform.of("linux/amd64");

  /** A container of this world. */
  static final class Box {
    final String id;
    String name;
    final ContainerSpec spec;
    final String imageId;
    final Instant created;
    ContainerState state = ContainerState.CREATED;
    Instant started = Instant.EPOCH;
    Optional<EndedJob.FileChange> seen = Optional.empty();
    final SortedMap<String, String> networks = new TreeMap<>();
    final Map<String, String> volumes = new LinkedHashMap<>();
    final SortedMap<String, String> joined;
    final SortedMap<String, List<String>> addresses = new TreeMap<>();

    Box(
        String id,
        ContainerSpec spec,
        String imageId,
        Instant created,
        SortedMap<String, String> joined) {
      this.id = id;
      this.name = spec.name();
      this.spec = spec;
      this.imageId = imageId;
      this.created = created;
      this.joined = joined;
    }

    ServiceName service() {
      return spec.service();
    }
  }

  final Map<String, Box> boxes = new LinkedHashMap<>();
  final Map<String, ObservedNetwork> networks = new TreeMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  final Map<String, ObservedVolume> volumes = new TreeMap<>();
  final SortedMap<String, ObservedImage> images = new TreeMap<>();
  final Set<String> removedVolumes = new HashSet<>();
  Optional<Project> file = Optional.empty();
  final SortedMap<String, String> ended = new TreeMap<>();
  ImageStore imageStore = ImageStore.ONE_PLATFORM;
  boolean madeByCompose;
  private int clock = 1;

  Observed observe() {
    return Observed.NOTHING
        .withContainers(boxes.values().stream().map(this::observe).toList())
        .withNetworks(List.copyOf(networks.values()))
        .withVolumes(List.copyOf(volumes.values()))
        .withImages(images)
        .withImageStore(imageStore)
        .withEndedJobs(endedJobs());
  }

  /** As a close look finds those that ended well. */
  private SortedMap<String, EndedJob> endedJobs() {
    var jobs = new TreeMap<String, EndedJob>();
    for (Box box : boxes.values()) {
      if (box.state.equals(ContainerState.EXITED)) {
        jobs.put(box.id, new EndedJob(box.started, box.started, box.seen));
      }
    }
    return jobs;
  }

  private ObservedContainer observe(Box box) {
    String code = ended.getOrDefault(box.name, "0");
    String status =
        box.state.equals(ContainerState.EXITED) ? "Exited (" + code + ") a moment ago" : "Up";
    SortedMap<String, String> labels = new TreeMap<>(box.spec.labels());
    if (madeByCompose) {
      labels.remove(Labels.FINGERPRINT);
    }
    List<ObservedMount> mounts = new ArrayList<>();
    box.volumes.forEach((target, volume) ->
        mounts.add(new ObservedMount("volume", Optional.of(volume), "", target)));
    return new ObservedContainer(
        box.id,
        box.name,
        box.service(),
        box.spec.identity().number(),
        labels.containsKey(Labels.HOOK),
        box.state,
        box.spec.image().text(),
        box.imageId,
        labels,
        box.networks,
        mounts,
        new ObservedContainer.Listing(
            "",
            box.created,
            status,
            ports(box),
            addresses(box),
            new Sharing(box.joined, Optional.of(box.started))));
  }

  private static List<ObservedPort> ports(Box box) {
    if (!box.state.equals(ContainerState.RUNNING)) {
      return List.of();
    }
    return box.spec.networking().ports().stream()
        .filter(HostPort::isFixed)
        .map(HostPort::of)
        .map(port ->
            new ObservedPort(
                port.ip().isEmpty() ? "0.0.0.0" : port.ip(), port.port(), 0, port.protocol()))
        .toList();
  }

  private static List<String> addresses(Box box, String network) {
    return box.state.equals(ContainerState.RUNNING)
        ? box.addresses.getOrDefault(network, List.of())
        : List.of();
  }

  private static List<String> fixed(Box box, String network) {
    return box.spec.networking().attachments().stream()
        .filter(at -> at.network().equals(network))
        .flatMap(at -> at.ipv4Address().stream())
        .toList();
  }

  private static SortedMap<String, Addresses> addresses(Box box) {
    var addresses = new TreeMap<String, Addresses>();
    for (String network : box.networks.keySet()) {
      addresses.put(network, new Addresses(addresses(box, network), fixed(box, network)));
    }
    return addresses;
  }

  /** Where it may choose, the engine gives the first one that is free. */
  private void giveAddress(Box box, String network) {
    String prefix = prefixes.get(network);
    if (prefix == null) {
      return;
    }
    List<String> taken =
        boxes.values().stream()
            .filter(other -> other != box)
            .flatMap(other -> addresses(other, network).stream())
            .toList();
    String address =
        Stream.concat(
                fixed(box, network).stream(),
                IntStream.iterate(2, n -> n + 1)
                    .mapToObj(n -> prefix + n)
                    .filter(it -> !taken.contains(it)))
            .findFirst()
            .orElseThrow();
    require(!taken.contains(address), address + " is taken, and " + box.name + " is to have it");
    box.addresses.put(network, List.of(address));
  }

  void apply(Plan plan) {
    plan.steps().forEach(step -> apply(step.action()));
  }

  void apply(Action action) {
    clock++;
    switch (action) {
      case Action.CreateNetwork a -> {
        require(!networks.containsKey(a.network().name()), "network is there");
        String id = hash(12);
        networks.put(
            a.network().name(),
            new ObservedNetwork(id, a.network().name(), labels(a.network().labels())));
        a.network().ipam().stream()
            .flatMap(ipam -> ipam.pools().stream())
            .flatMap(pool -> pool.subnet().stream())
            .filter(subnet -> subnet.endsWith(".0/24"))
            .forEach(subnet -> prefixes.put(a.network().name(), subnet.replace(".0/24", ".")));
      }
      case Action.RemoveNetwork a -> {
        for (Box box : boxes.values()) {
          boolean on = a.id().equals(box.networks.get(a.name()));
          require(
              !on || !box.state.equals(ContainerState.RUNNING),
              a.name() + " in use by " + box.name);
        }
        networks.remove(a.name());
      }
      case Action.ConnectNetwork a -> {
        String name = a.attachment().network();
        Box box = box(a.container());
        require(!box.networks.containsKey(name), "connected already");
        box.networks.put(name, idOf(name));
        giveAddress(box, name);
      }
      case Action.DisconnectNetwork a -> {
        require(box(a.container()).networks.remove(a.network()) != null, "not connected");
        box(a.container()).addresses.remove(a.network());
      }
      case Action.CreateVolume a ->
          volumes.put(
              a.volume().name(),
              new ObservedVolume(a.volume().name(), labels(a.volume().labels())));
      case Action.RemoveVolume a -> {
        require(
            boxes.values().stream().noneMatch(b -> b.volumes.containsValue(a.name())), "in use");
        removedVolumes.add(a.name());
        volumes.remove(a.name());
      }
      case Action.PullImage a -> bring(a.image().familiar(), a.platform());
      case Action.BuildImage a -> bring(a.image().familiar(), a.request().platform());
      case Action.RemoveImage a -> images.remove(a.name());
      case Action.CreateContainer a -> create(a.spec());
      case Action.RenameContainer a -> {
        Box box = box(a.container());
        require(named(a.to()).isEmpty(), a.to() + " is taken");
        box.name = a.to();
      }
      case Action.InjectFiles a -> box(a.container());
      case Action.StartContainer a -> start(box(a.container()));
      case Action.RunHook a ->
          require(box(a.container()).state.equals(ContainerState.RUNNING), "does not run");
      case Action.RunInitContainer a -> {
        start(box(a.container()));
        box(a.container()).state = ContainerState.EXITED;
      }
      case Action.StopContainer a -> box(a.container()).state = ContainerState.EXITED;
      case Action.KillContainer a -> {
        require(box(a.container()).state.mayRun(), "does not run");
        box(a.container()).state = ContainerState.EXITED;
      }
      case Action.PauseContainer a -> {
        require(box(a.container()).state.equals(ContainerState.RUNNING), "does not run");
        box(a.container()).state = ContainerState.PAUSED;
      }
      case Action.UnpauseContainer a -> {
        require(box(a.container()).state.equals(ContainerState.PAUSED), "is not paused");
        box(a.container()).state = ContainerState.RUNNING;
      }
      case Action.RemoveContainer a -> remove(box(a.container()), a.volumes());
      case Action.Await a -> await(a);
      case Action.PlanAgain a -> {}
    }
  }

  private static SortedMap<String, String> labels(SortedMap<String, String> labels) {
    return new TreeMap<>(labels);
  }

  void bring(String image, Optional<Platform> platform) {
    var platforms = new TreeSet<>(Set.of(platform.orElse(HOST)));
    images.put(
        image, new ObservedImage("sha256:" + hash(64), List.of(image), new TreeMap<>(), platforms));
  }

  private void create(ContainerSpec spec) {
    require(named(spec.name()).isEmpty(), spec.name() + " is taken");
    ObservedImage image = images.get(spec.image().familiar());
    require(image != null, "no image " + spec.image());
    spec.running()
        .platform()
        .ifPresent(it ->
            require(image != null && image.isAcceptedFor(it), "no image for the platform " + it));
    Box box = new Box(hash(64), spec, image == null ? "" : image.id(), Instant.EPOCH, joined(spec));
    for (NetworkAttachment attachment : spec.networking().attachments()) {
      String name = attachment.network();
      idOf(name);
      box.networks.put(name, "");
    }
    for (Mount mount : spec.storage().mounts()) {
      if (mount instanceof Mount.OfVolume of) {
        box.volumes.put(mount.target(), volume(spec, of));
      }
      if (mount instanceof Mount.OfImage of) {
        var mounted = new ImageRef(of.source());
        require(images.containsKey(mounted.familiar()), "no image " + mounted);
      }
    }
    spec.storage().inherited().forEach(box.volumes::put);
    for (Storage.VolumesFrom from : spec.storage().volumesFrom()) {
      if (from.source() instanceof Namespace.OfContainer(String other)) {
        byHandle(other).ifPresent(it -> it.volumes.forEach(box.volumes::putIfAbsent));
      }
    }
    boxes.put(box.id, box);
  }

  /** As the engine keeps it: ids, whatever name was given. */
  private SortedMap<String, String> joined(ContainerSpec spec) {
    SortedMap<String, String> joined = new TreeMap<>();
    Map<String, Optional<Namespace>> namespaces =
        Map.of(
            "network_mode", spec.networking().mode(),
            "pid", spec.security().pid(),
            "ipc", spec.security().ipc());
    namespaces.forEach((attribute, namespace) -> {
      if (namespace.orElse(null) instanceof Namespace.OfContainer(String handle)) {
        byHandle(handle).ifPresent(other -> joined.put(attribute, other.id));
      }
    });
    return joined;
  }

  private Optional<Box> byHandle(String handle) {
    return Optional.ofNullable(boxes.get(handle)).or(() -> named(handle));
  }

  private String volume(ContainerSpec spec, Mount.OfVolume mount) {
    if (mount.volume().isPresent()) {
      String name = mount.volume().get();
      require(volumes.containsKey(name), "no volume " + name);
      return name;
    }
    String inherited = spec.storage().inherited().get(mount.target());
    if (inherited != null) {
      require(volumes.containsKey(inherited), "inherits what is gone");
      return inherited;
    }
    String fresh = hash(64);
    volumes.put(fresh, new ObservedVolume(fresh, new TreeMap<>()));
    return fresh;
  }

  private void start(Box box) {
    require(!box.state.equals(ContainerState.RUNNING), box.name + " runs already");
    for (Map.Entry<String, String> network : box.networks.entrySet()) {
      String now = idOf(network.getKey());
      require(
          network.getValue().isEmpty() || network.getValue().equals(now),
          box.name + " remembers a network that is gone");
      network.setValue(now);
      giveAddress(box, network.getKey());
    }
    box.joined.forEach((attribute, id) ->
        require(
            boxes.containsKey(id) && boxes.get(id).state.equals(ContainerState.RUNNING),
            box.name + " shares with one that does not run"));
    box.started = Instant.ofEpochSecond(clock);
    box.state = isJob(box) ? ContainerState.EXITED : ContainerState.RUNNING;
  }

  /** It has stopped and runs again, without any plan of ours. */
  void beginAnew(Box box) {
    clock++;
    box.started = Instant.ofEpochSecond(clock);
    box.state = ContainerState.RUNNING;
  }

  /** Those that hold on to a namespace of a life that is over. */
  List<String> outliving() {
    return boxes.values().stream()
        .filter(box -> box.state.equals(ContainerState.RUNNING))
        .filter(box ->
            box.joined.values().stream()
                .map(boxes::get)
                .anyMatch(partner -> partner != null && partner.started.isAfter(box.started)))
        .map(box -> box.name)
        .toList();
  }

  private void remove(Box box, AnonymousVolumes policy) {
    require(!box.state.equals(ContainerState.RUNNING), box.name + " runs");
    boxes.remove(box.id);
    if (policy == AnonymousVolumes.REMOVE) {
      box.volumes.forEach((target, volume) -> {
        if (volume.length() == 64 && !box.spec.storage().inherited().containsKey(target)) {
          volumes.remove(volume);
          removedVolumes.add(volume);
        }
      });
    }
  }

  private void await(Action.Await action) {
    for (ContainerRef ref : action.containers()) {
      Box box = box(ref);
      boolean ok =
          switch (action.rule()) {
            case HEALTHY -> box.state.equals(ContainerState.RUNNING);
            case COMPLETED -> ends(box);
            case READY, READY_OR_COMPLETED -> !box.state.equals(ContainerState.CREATED);
          };
      require(ok, "gate of " + box.name + " " + action.rule() + ": " + box.state);
    }
  }

  private static boolean ends(Box box) {
    box.state = ContainerState.EXITED;
    return true;
  }

  /** Whether others wait for its end: then it ends at once. */
  private boolean isJob(Box box) {
    return file.stream()
        .flatMap(project -> project.services().values().stream())
        .flatMap(service -> service.lifecycle().dependencies().stream())
        .filter(dependency -> dependency.service().equals(box.service()))
        .anyMatch(dependency -> dependency.condition() == Condition.COMPLETED);
  }

  private Box box(ContainerRef ref) {
    Box byId = ref.id().map(boxes::get).orElse(null);
    Box box = byId != null ? byId : named(ref.name()).orElse(null);
    if (box == null || (ref.id().isPresent() && byId == null)) {
      throw new IllegalStateException("no container " + ref);
    }
    return box;
  }

  Optional<Box> named(String name) {
    return boxes.values().stream().filter(box -> box.name.equals(name)).findFirst();
  }

  private String idOf(String network) {
    ObservedNetwork there = networks.get(network);
    if (there == null) {
      throw new IllegalStateException("no network " + network);
    }
    return there.id();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private String hash(int length) {
    String text = Sha256.hex("box" + clock++);
    return text.substring(0, length);
  }

  /** Where the data of each replica is, by service, number and target. */
  Map<String, String> data() {
    Map<String, String> data = new HashMap<>();
    for (Box box : boxes.values()) {
      if (!box.state.equals(ContainerState.CREATED)) {
        box.volumes.forEach((target, volume) ->
            data.put(box.service() + "#" + box.spec.identity().number() + target, volume));
      }
    }
    return data;
  }
}
