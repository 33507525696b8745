package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.ImageRef;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Action;
import dev.fermata.planner.BuildRequest;
import dev.fermata.planner.ContainerFile;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.planner.NetworkSpec;
import dev.fermata.planner.VolumeSpec;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EngineVersion;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.engine.ImageDetail;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * An engine in memory, as strict as a real one. A test says which images there are, what containers
 * do once they are started and what their commands answer; any call may be made to fail or be held,
 * named as in {@link #calls()}: {@code start shop-db-1}.
 */
public final class FakeEngine implements Engine {
  /** A folder that no image has. */
  private static final String NOWHERE = "/no/such/";

  private final FakeWorld world = new FakeWorld();
  private final Awaiting changed = new Awaiting();
  private final FakeCalls calls = new FakeCalls(changed);
  private final Set<FakeEventStream> streams = ConcurrentHashMap.newKeySet();
  private final Map<ServiceName, Consumer<FakeContainer>> onStart = new ConcurrentHashMap<>();
  private final Map<ServiceName, BiFunction<FakeContainer, ExecRequest, ExecResult>> onExec =
      new ConcurrentHashMap<>();
  private final AtomicLong ticks = new AtomicLong();
  private final Time time;

  public FakeEngine() {
    this(Time.SYSTEM);
  }

  public FakeEngine(Time time) {
    this.time = time;
  }

  /** Images that are there, by the references that users write. */
  public FakeEngine withImages(String... references) {
    for (String reference : references) {
      String name = new ImageRef(reference).familiar();
      world.images.put(name, new FakeImage("sha256:" + name, Optional.empty()));
    }
    return this;
  }

  /** An image that is there and brings a healthcheck. */
  public FakeEngine withImage(String reference, HealthcheckDetail health) {
    String name = new ImageRef(reference).familiar();
    world.images.put(name, new FakeImage("sha256:" + name, Optional.of(health)));
    return this;
  }

  /** Images that a pull finds. */
  public FakeEngine withRegistry(String... references) {
    for (String reference : references) {
      String name = new ImageRef(reference).familiar();
      world.registry.put(name, new FakeImage("sha256:pulled-" + name, Optional.empty()));
    }
    return this;
  }

  /** What a service's containers do whenever they are started. */
  public FakeEngine onStart(String service, Consumer<FakeContainer> behaviour) {
    onStart.put(new ServiceName(service), behaviour);
    return this;
  }

  /** What a command in a service's containers answers; it succeeds where nothing is said. */
  public FakeEngine onExec(
      String service, BiFunction<FakeContainer, ExecRequest, ExecResult> answer) {
    onExec.put(new ServiceName(service), answer);
    return this;
  }

  /** From now on this call fails, after it was logged. */
  public void fail(String call, Kind kind, String message) {
    calls.fail(call, refusal(kind, message));
  }

  /** From now on this call ends in what nobody foresaw. */
  public void fail(String call, RuntimeException bug) {
    calls.fail(call, bug);
  }

  /** From now on this call gets no answer until the hold is released. */
  public Hold hold(String call) {
    CountDownLatch latch = new CountDownLatch(1);
    calls.hold(call, latch);
    return new Hold(this, call, latch);
  }

  /** All calls that change something, wait or look closely, in the order in which they came. */
  public List<String> calls() {
    return calls.all();
  }

  public long count(String call) {
    return calls().stream().filter(call::equals).count();
  }

  public void awaitCall(String call) {
    await(() -> calls().contains(call));
  }

  /** Waits for a state that others bring about. */
  public void await(BooleanSupplier reached) {
    changed.until(reached);
  }

  public FakeContainer container(String name) {
    return world.container(name);
  }

  /** All that is there, images apart: empty where nothing was left behind. */
  public List<String> leftovers() {
    return world.all();
  }

  /** How many event streams nobody has closed. */
  public long openEventStreams() {
    return streams.stream().filter(FakeEventStream::isOpen).count();
  }

  /** The event streams break, as when the connection is lost. */
  public void loseEvents() {
    List<FakeEventStream> open = List.copyOf(streams);
    streams.removeAll(open);
    open.forEach(FakeEventStream::close);
  }

  Instant tick() {
    return time.now().plusNanos(ticks.incrementAndGet());
  }

  void changed() {
    changed.tell();
  }

  void tell(FakeContainer container, String action) {
    String health =
        action.equals("health_status")
            ? container.detail().health().map(it -> it.state().text()).orElse("")
            : "";
    var event = new EngineEvent(container.id(), action, health, container.attributes(), tick());
    streams.forEach(stream -> stream.offer(event));
    changed.tell();
  }

  @Override
  public EngineVersion version() {
    return new EngineVersion("fake", "1.0", "1.41", "linux", "amd64");
  }

  @Override
  public boolean sharesFiles() {
    return true;
  }

  @Override
  public Observed observe(ObserveRequest request) {
    calls.got("observe " + request.project());
    synchronized (world) {
      return world.observe(request);
    }
  }

  @Override
  public void createNetwork(NetworkSpec network) {
    calls.got("create network " + network.name());
    synchronized (world) {
      if (world.networks.containsKey(network.name())) {
        throw refusal(Kind.NAME_IN_USE, "network " + network.name() + " already exists");
      }
      String id = "n" + ticks.incrementAndGet();
      world.networks.put(network.name(), new ObservedNetwork(id, network.name(), network.labels()));
    }
  }

  @Override
  public void removeNetwork(String idOrName) {
    calls.got("remove network " + idOrName);
    synchronized (world) {
      world.networks.values().stream()
          .filter(it -> it.id().equals(idOrName) || it.name().equals(idOrName))
          .findFirst()
          .ifPresent(this::remove);
    }
  }

  private void remove(ObservedNetwork network) {
    if (world.isUsed(network)) {
      throw refusal(Kind.IN_USE, "network " + network.name() + " has active endpoints");
    }
    world.networks.remove(network.name());
  }

  @Override
  public void connect(String container, ServiceName service, NetworkAttachment attachment) {
    calls.got("connect " + nameOf(container) + " " + attachment.network());
    synchronized (world) {
      ObservedNetwork network = world.network(attachment.network());
      world.container(container).join(network.name(), network.id());
    }
  }

  @Override
  public void disconnect(String container, String network) {
    calls.got("disconnect " + nameOf(container) + " " + network);
    synchronized (world) {
      ObservedNetwork found = world.network(network);
      world.container(container).leave(found.name());
    }
  }

  @Override
  public void createVolume(VolumeSpec volume) {
    calls.got("create volume " + volume.name());
    world.volumes.putIfAbsent(volume.name(), new ObservedVolume(volume.name(), volume.labels()));
  }

  @Override
  public void removeVolume(String name) {
    calls.got("remove volume " + name);
    synchronized (world) {
      if (world.isVolumeUsed(name)) {
        throw refusal(Kind.IN_USE, "volume " + name + " is in use");
      }
      world.volumes.remove(name);
    }
  }

  @Override
  public void pull(ImageRef image, Optional<String> platform, Consumer<ImageProgress> progress) {
    calls.got("pull " + image);
    FakeImage found = world.registry.get(image.familiar());
    if (found == null) {
      throw refusal(Kind.IMAGE_NOT_FOUND, "no image " + image);
    }
    progress.accept(new ImageProgress("", "Downloaded", 1, 1));
    world.images.put(image.familiar(), found);
  }

  @Override
  public String build(BuildRequest request, Consumer<ImageProgress> progress) {
    calls.got("build " + request.tags().getFirst());
    progress.accept(new ImageProgress("", "Step 1/1", 0, 0));
    var image = new FakeImage("sha256:built" + ticks.incrementAndGet(), Optional.empty());
    request.tags().forEach(tag -> world.images.put(new ImageRef(tag).familiar(), image));
    return image.id();
  }

  @Override
  public Optional<ImageDetail> inspectImage(String reference) {
    return Optional.ofNullable(world.images.get(new ImageRef(reference).familiar()))
        .map(image -> new ImageDetail(image.id(), image.health(), List.of(), List.of(reference)));
  }

  @Override
  public void removeImage(String reference) {
    calls.got("remove image " + reference);
    synchronized (world) {
      String name = new ImageRef(reference).familiar();
      FakeImage image = world.images.get(name);
      if (image != null
          && world.containers.values().stream().anyMatch(it -> it.image().equals(image))) {
        throw refusal(Kind.IN_USE, "image " + reference + " is used by a container");
      }
      world.images.remove(name);
    }
  }

  @Override
  public String createContainer(ContainerSpec spec) {
    calls.got("create " + spec.name());
    synchronized (world) {
      if (world.find(spec.name()).isPresent()) {
        throw refusal(Kind.NAME_IN_USE, "the name " + spec.name() + " is in use");
      }
      FakeImage image = world.images.get(spec.image().familiar());
      if (image == null) {
        throw refusal(Kind.IMAGE_NOT_FOUND, "no image " + spec.image());
      }
      String id = "c" + ticks.incrementAndGet();
      FakeContainer container = new FakeContainer(this, id, spec, image);
      for (NetworkAttachment attachment : spec.networking().attachments()) {
        ObservedNetwork network = world.network(attachment.network());
        container.join(network.name(), network.id());
      }
      FakeShares.of(world, spec).forEach(container::share);
      world.containers.put(id, container);
      world.volumesOf(container).forEach(this::keepVolume);
      return id;
    }
  }

  /** A volume that is not there is made by the engine, without labels. */
  private void keepVolume(String name) {
    world.volumes.putIfAbsent(name, new ObservedVolume(name, new TreeMap<>()));
  }

  @Override
  public void rename(String container, String to) {
    calls.got("rename " + nameOf(container) + " " + to);
    synchronized (world) {
      FakeContainer found = world.container(container);
      if (world.find(to).isPresent()) {
        throw refusal(Kind.NAME_IN_USE, "the name " + to + " is in use");
      }
      found.rename(to);
    }
  }

  @Override
  public void start(String container) {
    calls.got("start " + nameOf(container));
    FakeContainer found = world.container(container);
    if (found.isRunning()) {
      return;
    }
    FakeShares.check(world, found);
    FakePorts.check(world, found);
    found.beginAnew();
    Consumer<FakeContainer> behaviour = onStart.get(found.spec().service());
    if (behaviour != null) {
      behaviour.accept(found);
    }
  }

  @Override
  public void stop(String container, Optional<Duration> timeout) {
    calls.got("stop " + nameOf(container));
    end(world.container(container), 143);
  }

  @Override
  public void kill(String container, String signal) {
    calls.got("kill " + nameOf(container) + " " + signal);
    FakeContainer found = world.container(container);
    if (!found.isRunning()) {
      throw refusal(Kind.CONFLICT, "container " + container + " is not running");
    }
    end(found, 137);
  }

  private static void end(FakeContainer container, int exitCode) {
    if (container.isRunning() || container.state().equals(ContainerState.RESTARTING)) {
      container.end(exitCode, false, ContainerState.EXITED);
    }
  }

  @Override
  public void remove(String container, Action.AnonymousVolumes volumes) {
    calls.got("remove " + nameOf(container));
    Optional<FakeContainer> found = world.find(container);
    if (found.isEmpty()) {
      return;
    }
    end(found.get(), 137);
    synchronized (world) {
      world.containers.remove(found.get().id());
      if (volumes == Action.AnonymousVolumes.REMOVE) {
        String own = found.get().id() + "_";
        world.volumes.keySet().removeIf(volume -> volume.startsWith(own));
      }
    }
    tell(found.get(), "destroy");
  }

  @Override
  public ContainerDetail inspect(String container) {
    calls.got("inspect " + nameOf(container));
    return world.container(container).detail();
  }

  @Override
  public void putFiles(String container, List<ContainerFile> files) {
    calls.got("put files " + nameOf(container));
    world.container(container).put(files);
  }

  @Override
  public ExecResult exec(String container, ExecRequest request, Duration timeout) {
    calls.got("exec " + nameOf(container));
    FakeContainer found = world.container(container);
    if (!found.isRunning()) {
      throw refusal(Kind.CONFLICT, "container " + container + " is not running");
    }
    if (request.command().getFirst().startsWith(NOWHERE)) {
      throw refusal(
          Kind.INVALID, "the program `" + request.command().getFirst() + "` is not there");
    }
    var answer = onExec.get(found.spec().service());
    return answer == null
        ? new ExecResult(OptionalInt.of(0), "", Duration.ofMillis(5))
        : answer.apply(found, request);
  }

  @Override
  public EventStream events(ProjectName project) {
    calls.got("events " + project);
    FakeEventStream stream = new FakeEventStream(project);
    streams.add(stream);
    return stream;
  }

  @Override
  public LogStream logs(String container, LogRequest request) {
    calls.got("logs " + nameOf(container));
    FakeContainer found = world.container(container);
    if (!found.keepsLines()) {
      throw refusal(Kind.NOT_SUPPORTED, "its logging driver keeps none that can be read");
    }
    return new FakeLogStream(found, request, changed);
  }

  @Override
  public void close() {
    loseEvents();
  }

  private String nameOf(String handle) {
    return world.find(handle).map(FakeContainer::name).orElse(handle);
  }
}
