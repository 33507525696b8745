package dev.fermata.planner;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Mount;
import dev.fermata.model.Namespace;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.Storage;
import dev.fermata.model.digest.Sha256;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Logins;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import java.time.Duration;
import java.time.Instant;
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

/**
 * An engine in a few lines, as strict as a real one about what plans rely on. All happens within
 * one second, so that no times of creation tell what came first.
 */
final class TinyWorld {
  private static final Platform HOST = Platform.of("linux/amd64");

  final Map<String, TinyContainer> boxes = new LinkedHashMap<>();
  final Map<String, ObservedNetwork> networks = new TreeMap<>();
  private final TinyAddresses addresses = new TinyAddresses();
  final Map<String, ObservedVolume> volumes = new TreeMap<>();
  final SortedMap<String, ObservedImage> images = new TreeMap<>();
  final Set<String> removedVolumes = new HashSet<>();
  Optional<Project> file = Optional.empty();
  final SortedMap<String, String> ended = new TreeMap<>();
  ImageStore imageStore = ImageStore.ONE_PLATFORM;
  Provisions provisions = Provisions.NONE;
  Logins logins = Logins.NONE;
  boolean madeByCompose;
  private int clock = 1;

  Observed observe() {
    return Observed.NOTHING
        .withContainers(boxes.values().stream().map(this::observed).toList())
        .withNetworks(List.copyOf(networks.values()))
        .withVolumes(List.copyOf(volumes.values()))
        .withImages(images)
        .withImageStore(imageStore)
        .withEndedJobs(endedJobs())
        .with(provisions)
        .with(logins);
  }

  /** As a close look finds those that ended well. */
  private SortedMap<String, EndedJob> endedJobs() {
    var jobs = new TreeMap<String, EndedJob>();
    for (TinyContainer box : boxes.values()) {
      if (box.state.equals(ContainerState.EXITED)) {
        jobs.put(box.id, new EndedJob(box.started, box.started, box.seen));
      }
    }
    return jobs;
  }

  private ObservedContainer observed(TinyContainer box) {
    return box.observed(
        ended.getOrDefault(box.name, "0"),
        label -> !madeByCompose || !label.equals(Labels.FINGERPRINT));
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
        addresses.learn(a.network());
      }
      case Action.RemoveNetwork a -> {
        for (TinyContainer box : boxes.values()) {
          boolean on = a.id().equals(box.networks.get(a.name()));
          require(
              !on || !box.state.equals(ContainerState.RUNNING),
              a.name() + " in use by " + box.name);
        }
        networks.values().removeIf(network -> network.id().equals(a.id()));
      }
      case Action.ConnectNetwork a -> {
        String name = a.attachment().network();
        TinyContainer box = box(a.container());
        require(!box.networks.containsKey(name), "connected already");
        box.networks.put(name, idOf(name));
        addresses.give(box, name, boxes.values());
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
      case Action.BuildImage a ->
          a.request()
              .tags()
              .forEach(tag -> bring(new ImageRef(tag).familiar(), a.request().platform()));
      case Action.PushImage a ->
          require(images.containsKey(a.image().familiar()), "no image " + a.image());
      case Action.RemoveImage a -> images.remove(a.name());
      case Action.RemoveReplaced a -> {
        // Nothing has lost its name here.
      }
      case Action.CreateContainer a -> create(a.spec());
      case Action.RenameContainer a -> {
        TinyContainer box = box(a.container());
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
      case Action.CallProvider a -> {}
      case Action.PrepareModel a -> {}
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

  /** One that the labels say was built for a service. */
  void build(String image, String project, String service) {
    var labels = new TreeMap<>(Map.of(Labels.PROJECT, project, Labels.SERVICE, service));
    images.put(
        image,
        new ObservedImage(
            "sha256:" + hash(64), List.of(image), labels, new TreeSet<>(Set.of(HOST))));
  }

  /** It got its name so many hours ago. */
  void age(String image, int hours) {
    images.computeIfPresent(
        image,
        (name, it) ->
            new ObservedImage(
                it.id(),
                it.tags(),
                it.labels(),
                it.platforms(),
                Optional.of(Duration.ofHours(hours))));
  }

  private void create(ContainerSpec spec) {
    require(named(spec.name()).isEmpty(), spec.name() + " is taken");
    ObservedImage image = images.get(spec.image().familiar());
    require(image != null, "no image " + spec.image());
    spec.running()
        .platform()
        .ifPresent(it ->
            require(image != null && image.isAcceptedFor(it), "no image for the platform " + it));
    TinyContainer box =
        new TinyContainer(
            hash(64), spec, image == null ? "" : image.id(), Instant.EPOCH, joined(spec));
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

  private Optional<TinyContainer> byHandle(String handle) {
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

  private void start(TinyContainer box) {
    require(!box.state.equals(ContainerState.RUNNING), box.name + " runs already");
    for (Map.Entry<String, String> network : box.networks.entrySet()) {
      String now = idOf(network.getKey());
      require(
          network.getValue().isEmpty() || network.getValue().equals(now),
          box.name + " remembers a network that is gone");
      network.setValue(now);
      addresses.give(box, network.getKey(), boxes.values());
    }
    box.joined.forEach((attribute, id) ->
        require(
            boxes.containsKey(id) && boxes.get(id).state.equals(ContainerState.RUNNING),
            box.name + " shares with one that does not run"));
    box.started = Instant.ofEpochSecond(clock);
    box.state = isJob(box) ? ContainerState.EXITED : ContainerState.RUNNING;
  }

  /** It has stopped and runs again, without any plan of ours. */
  void beginAnew(TinyContainer box) {
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

  private void remove(TinyContainer box, AnonymousVolumes policy) {
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
      TinyContainer box = box(ref);
      boolean ok =
          switch (action.rule()) {
            case HEALTHY -> box.state.equals(ContainerState.RUNNING);
            case COMPLETED -> ends(box);
            case READY, READY_OR_COMPLETED -> !box.state.equals(ContainerState.CREATED);
          };
      require(ok, "gate of " + box.name + " " + action.rule() + ": " + box.state);
    }
  }

  private static boolean ends(TinyContainer box) {
    box.state = ContainerState.EXITED;
    return true;
  }

  /** Whether others wait for its end: then it ends at once. */
  private boolean isJob(TinyContainer box) {
    return file.stream()
        .flatMap(project -> project.services().values().stream())
        .flatMap(service -> service.lifecycle().dependencies().stream())
        .filter(dependency -> dependency.service().equals(box.service()))
        .anyMatch(dependency -> dependency.condition() == Condition.COMPLETED);
  }

  private TinyContainer box(ContainerRef ref) {
    TinyContainer byId = ref.id().map(boxes::get).orElse(null);
    TinyContainer box = byId != null ? byId : named(ref.name()).orElse(null);
    if (box == null || (ref.id().isPresent() && byId == null)) {
      throw new IllegalStateException("no container " + ref);
    }
    return box;
  }

  Optional<TinyContainer> named(String name) {
    return boxes.values().stream().filter(box -> box.name.equals(name)).findFirst();
  }

  private String idOf(String network) {
    ObservedNetwork there = networks.get(network);
    if (there == null) {
      throw new IllegalStateException("no network " + network);
    }
    return there.id();
  }

  static void require(boolean holds, String otherwise) {
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
    for (TinyContainer box : boxes.values()) {
      if (!box.state.equals(ContainerState.CREATED)) {
        box.volumes.forEach((target, volume) ->
            data.put(box.service() + "#" + box.spec.identity().number() + target, volume));
      }
    }
    return data;
  }
}
