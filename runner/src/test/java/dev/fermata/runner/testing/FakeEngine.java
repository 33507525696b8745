package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EngineSystem;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.Events;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.engine.Images;
import dev.fermata.runner.engine.Networks;
import dev.fermata.runner.engine.Plugins;
import dev.fermata.runner.engine.Volumes;
import dev.fermata.runner.engine.build.DockerfileWarning;
import dev.fermata.runner.engine.listing.EventWindow;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An engine in memory, as strict as a real one. A test says which images there are, what containers
 * do once they are started and what their commands answer; any call may be made to fail or be held,
 * named as in {@link #calls()}: {@code start shop-db-1}.
 */
public final class FakeEngine implements Engine {
  private final FakeWorld world = new FakeWorld();
  private final Awaiting changed = new Awaiting();
  private final FakeCalls calls = new FakeCalls(changed);
  private final FakeFiles files = new FakeFiles(world, calls);
  private final Set<FakeEventStream> streams = ConcurrentHashMap.newKeySet();
  private final Map<ServiceName, Consumer<FakeContainer>> onStart = new ConcurrentHashMap<>();
  private final Map<ServiceName, Consumer<FakeContainer>> onHook = new ConcurrentHashMap<>();
  private final Map<ServiceName, BiFunction<FakeContainer, ExecRequest, ExecResult>> onExec =
      new ConcurrentHashMap<>();
  private final Map<ServiceName, Map<String, String>> provided = new ConcurrentHashMap<>();
  private final List<EngineEvent> history = new CopyOnWriteArrayList<>();
  private final AtomicLong ticks = new AtomicLong();
  private final Time time;
  private final Duration ahead;

  public FakeEngine() {
    this(Time.SYSTEM);
  }

  public FakeEngine(Time time) {
    this(time, Duration.ZERO);
  }

  /** Its own clock is {@code ahead} of that of whoever calls it. */
  public FakeEngine(Time time, Duration ahead) {
    this.time = time;
    this.ahead = ahead;
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

  /** An image that is there for this platform. */
  public FakeEngine withImageFor(String platform, String reference) {
    String name = new ImageRef(reference).familiar();
    world.images.put(name, image("sha256:" + name, platform));
    return this;
  }

  /** Images that a pull finds. */
  public FakeEngine withRegistry(String... references) {
    for (String reference : references) {
      withRegistryFor(reference, FakeImage.HOST.toString());
    }
    return this;
  }

  /** What a check of any Dockerfile finds. */
  public FakeEngine withDoubt(DockerfileWarning doubt) {
    world.doubts.add(doubt);
    return this;
  }

  /** An image that a pull finds for these platforms; the only one comes whatever is wanted. */
  public FakeEngine withRegistryFor(String reference, String... platforms) {
    String name = new ImageRef(reference).familiar();
    world.registry.put(
        name,
        Stream.of(platforms)
            .map(platform -> image("sha256:pulled-" + name + "-" + platform, platform))
            .toList());
    return this;
  }

  /** An image whose digest somebody else knows as well. */
  public FakeEngine withRegistryDigest(String reference, String digest) {
    world.registry.put(
        new ImageRef(reference).familiar(), List.of(image(digest, FakeImage.HOST.toString())));
    return this;
  }

  private static FakeImage image(String id, String platform) {
    return new FakeImage(id, Optional.empty(), Platform.of(platform));
  }

  /** What a service's containers do whenever they are started. */
  public FakeEngine onStart(String service, Consumer<FakeContainer> behaviour) {
    onStart.put(new ServiceName(service), behaviour);
    return this;
  }

  /** What containers do that run for hooks of a service; they end well where nothing is said. */
  public FakeEngine onHook(String service, Consumer<FakeContainer> behaviour) {
    onHook.put(new ServiceName(service), behaviour);
    return this;
  }

  /** What a command in a service's containers answers; it succeeds where nothing is said. */
  public FakeEngine onExec(
      String service, BiFunction<FakeContainer, ExecRequest, ExecResult> answer) {
    onExec.put(new ServiceName(service), answer);
    return this;
  }

  /** What the program gives that provides a service. */
  public FakeEngine providing(String service, Map<String, String> variables) {
    provided.put(new ServiceName(service), variables);
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
    return time.now().plus(ahead).plusNanos(ticks.incrementAndGet());
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
    history.add(event);
    streams.forEach(stream -> stream.offer(event));
    changed.tell();
  }

  /** One that was made for one run may be removed by the engine. */
  void ended(FakeContainer container) {
    if (container.spec().running().oneRun().filter(AfterEnd.REMOVED::equals).isPresent()) {
      world.containers.remove(container.id());
      tell(container, "destroy");
    }
  }

  void started(FakeContainer container) {
    if (container.spec().labels().containsKey(Labels.HOOK)) {
      onHook.getOrDefault(container.spec().service(), it -> it.exit(0)).accept(container);
      return;
    }
    Consumer<FakeContainer> behaviour = onStart.get(container.spec().service());
    if (behaviour != null) {
      behaviour.accept(container);
    }
  }

  ExecResult answer(FakeContainer container, ExecRequest request) {
    var answer = onExec.get(container.spec().service());
    return answer == null
        ? new ExecResult(OptionalInt.of(0), "", Duration.ofMillis(5))
        : answer.apply(container, request);
  }

  /** Somebody is making a container: its name is taken, and nobody can see it yet. */
  public void reserve(ContainerSpec spec) {
    synchronized (world) {
      world.reserved.add(spec.name());
    }
  }

  /** The container of a name that was reserved is there now. */
  public void complete(ContainerSpec spec) {
    synchronized (world) {
      world.reserved.remove(spec.name());
      new FakeContainers(this, world, calls, ticks, changed).add(spec);
    }
  }

  @Override
  public EngineSystem system() {
    return new FakeSystem(world, calls);
  }

  @Override
  public Containers containers() {
    return new FakeContainers(this, world, calls, ticks, changed);
  }

  @Override
  public ContainerFiles files() {
    return files;
  }

  @Override
  public Networks networks() {
    return new FakeNetworks(world, calls, ticks);
  }

  /** A second network of a name and its labels, as where two calls have made it at once. */
  public void twin(String network) {
    new FakeNetworks(world, calls, ticks).createTwin(network);
  }

  @Override
  public Volumes volumes() {
    return new FakeVolumes(world, calls);
  }

  @Override
  public Images images() {
    return new FakeImages(world, calls, ticks);
  }

  @Override
  public Events events() {
    return new Events() {
      @Override
      public EventStream of(ProjectName project) {
        calls.got("events " + project);
        FakeEventStream stream = new FakeEventStream(project);
        streams.add(stream);
        return stream;
      }

      @Override
      public EventStream of(ProjectName project, EventWindow window) {
        FakeEventStream stream = (FakeEventStream) of(project);
        stream.replay(List.copyOf(history), window, time.now());
        return stream;
      }
    };
  }

  @Override
  public Plugins plugins() {
    return new FakePlugins(provided, calls);
  }

  @Override
  public void close() {
    loseEvents();
  }
}
