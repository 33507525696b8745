package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.ContainerContact;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.JoinedProcess.Until;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.StatsStream;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.DescribedContainer;
import dev.fermata.runner.engine.listing.ProcessTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The containers of a world in memory. */
final class FakeContainers implements Containers {
  private static final Pattern SIGNAL = Pattern.compile("(SIG)?[A-Z]+[0-9]*|[0-9]+");
  private static final Set<String> KILLING = Set.of("SIGKILL", "KILL", "9");

  private final FakeEngine engine;
  private final FakeWorld world;
  private final FakeCalls calls;
  private final AtomicLong ticks;
  private final Awaiting changed;

  FakeContainers(
      FakeEngine engine, FakeWorld world, FakeCalls calls, AtomicLong ticks, Awaiting changed) {
    this.engine = engine;
    this.world = world;
    this.calls = calls;
    this.ticks = ticks;
    this.changed = changed;
  }

  @Override
  public void requireSupported(ContainerSpec spec) {
    calls.foresee("support " + spec.name());
  }

  @Override
  public String create(ContainerSpec spec) {
    calls.got("create " + spec.name());
    synchronized (world) {
      if (world.find(spec.name()).isPresent() || world.reserved.contains(spec.name())) {
        throw refusal(Kind.NAME_IN_USE, "the name " + spec.name() + " is in use");
      }
      return add(spec);
    }
  }

  /** The container is there now. */
  String add(ContainerSpec spec) {
    synchronized (world) {
      FakeImage image = world.image(spec.image(), spec.running().platform());
      String id = "%012x%052x".formatted(ticks.incrementAndGet(), 0);
      FakeContainer container = new FakeContainer(engine, id, spec, image);
      for (NetworkAttachment attachment : spec.networking().attachments()) {
        ObservedNetwork network = world.network(attachment.network());
        container.join(network.name(), network.id());
      }
      FakeShares.of(world, spec).forEach(container::share);
      FakeShares.checkVolumes(world, spec);
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
    calls.got("rename " + world.nameOf(container) + " " + to);
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
    calls.got("start " + world.nameOf(container));
    FakeContainer found = world.container(container);
    if (found.isRunning()) {
      return;
    }
    if (found.isPaused()) {
      throw refusal(Kind.CONFLICT, "the container is paused");
    }
    FakeShares.check(world, found);
    FakePorts.check(world, found);
    found.networks().forEach((name, id) -> requireNetwork(found, name, id));
    found.beginAnew();
    engine.started(found);
  }

  /** As an engine: what was never started knows its networks by name alone. */
  private void requireNetwork(FakeContainer container, String name, String id) {
    boolean neverRan = container.state().equals(ContainerState.CREATED);
    if (neverRan || !world.networks.containsKey(id)) {
      world.network(name);
    }
  }

  @Override
  public void stop(String container, Optional<Duration> timeout) {
    calls.got("stop " + world.nameOf(container));
    end(world.container(container), 143);
  }

  @Override
  public void kill(String container, String signal) {
    calls.got("kill " + world.nameOf(container) + " " + signal);
    FakeContainer found = world.container(container);
    if (!found.hasProcess()) {
      throw refusal(Kind.CONFLICT, "container " + container + " is not running");
    }
    if (!SIGNAL.matcher(signal).matches()) {
      throw refusal(Kind.INVALID, "the engine knows no signal `" + signal + "`");
    }
    if (KILLING.contains(signal)) {
      end(found, 137);
    }
  }

  @Override
  public void pause(String container) {
    calls.got("pause " + world.nameOf(container));
    FakeContainer found = world.container(container);
    if (!found.isRunning()) {
      String why = found.isPaused() ? " is already paused" : " is not running";
      throw refusal(Kind.CONFLICT, "container " + container + why);
    }
    found.enter(ContainerState.PAUSED, "pause");
  }

  @Override
  public void unpause(String container) {
    calls.got("unpause " + world.nameOf(container));
    FakeContainer found = world.container(container);
    if (!found.isPaused()) {
      throw refusal(Kind.CONFLICT, "container " + container + " is not paused");
    }
    found.enter(ContainerState.RUNNING, "unpause");
  }

  /** As an engine: what was never started has not ended, and counts as ended. */
  @Override
  public int awaitEnd(String container) {
    calls.got("wait " + world.nameOf(container));
    FakeContainer found = world.container(container);
    try {
      changed.untilEver(() -> !found.hasProcess());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal(Kind.INTERRUPTED, "the wait was ended");
    }
    return found.exitCode();
  }

  private static void end(FakeContainer container, int exitCode) {
    if (container.hasProcess() || container.state().equals(ContainerState.RESTARTING)) {
      container.end(exitCode, false, ContainerState.EXITED);
    }
  }

  @Override
  public void remove(String container, AnonymousVolumes volumes) {
    calls.got("remove " + world.nameOf(container));
    Optional<FakeContainer> found = world.find(container);
    if (found.isEmpty()) {
      return;
    }
    end(found.get(), 137);
    synchronized (world) {
      world.containers.remove(found.get().id());
      if (volumes == AnonymousVolumes.REMOVE) {
        String own = found.get().id() + "_";
        world.volumes.keySet().removeIf(volume -> volume.startsWith(own));
      }
    }
    engine.tell(found.get(), "destroy");
  }

  @Override
  public ContainerDetail inspect(String container) {
    calls.got("inspect " + world.nameOf(container));
    return world.container(container).detail();
  }

  @Override
  public ContainerContact contact(String container) {
    calls.got("contact " + world.nameOf(container));
    return world.container(container).contact();
  }

  @Override
  public DescribedContainer describe(String container) {
    calls.got("describe " + world.nameOf(container));
    synchronized (world) {
      return world.container(container).described(world.volumesOf(world.container(container)));
    }
  }

  @Override
  public void putFiles(String container, List<ContainerFile> files) {
    calls.got("put files " + world.nameOf(container));
    world.container(container).put(files);
  }

  @Override
  public ExecResult exec(String container, ExecRequest request, Duration timeout) {
    FakeContainer found = executing(container);
    if (FakeProcess.isMissing(request)) {
      throw FakeProcess.missing(request);
    }
    return engine.answer(found, request);
  }

  @Override
  public JoinedProcess exec(String container, ExecRequest request, StreamRequest streams) {
    return new FakeProcess(engine, executing(container), request, streams, changed);
  }

  @Override
  public void execDetached(String container, ExecRequest request, Optional<TerminalSize> terminal) {
    FakeContainer found = executing(container);
    if (FakeProcess.isMissing(request)) {
      throw FakeProcess.missing(request);
    }
    engine.answer(found, request);
  }

  private FakeContainer executing(String container) {
    calls.got("exec " + world.nameOf(container));
    FakeContainer found = world.container(container);
    if (found.state().equals(ContainerState.PAUSED)) {
      throw refusal(Kind.CONFLICT, "container " + container + " is paused");
    }
    if (!found.isRunning()) {
      throw refusal(Kind.CONFLICT, "container " + container + " is not running");
    }
    return found;
  }

  @Override
  public JoinedProcess attach(String container, StreamRequest streams, Until until) {
    calls.got("attach " + world.nameOf(container));
    FakeContainer found = world.container(container);
    if (found.state().equals(ContainerState.PAUSED)) {
      throw refusal(Kind.CONFLICT, "container " + container + " is paused");
    }
    return new FakeAttachment(found, until, changed);
  }

  @Override
  public List<ObservedContainer> list(ContainerQuery query) {
    calls.got("list " + String.join(",", query.labels()));
    synchronized (world) {
      return world.list(query);
    }
  }

  @Override
  public ProcessTable top(String container) {
    calls.got("top " + world.nameOf(container));
    FakeContainer found = world.container(container);
    boolean hasProcesses = found.isRunning() || found.state().equals(ContainerState.PAUSED);
    if (!hasProcesses) {
      throw refusal(Kind.CONFLICT, "container " + container + " is not running");
    }
    return new ProcessTable(
        List.of("UID", "PID", "CMD"), List.of(List.of("root", "1", "run " + found.name())));
  }

  @Override
  public ContainerStats stats(String container) {
    calls.got("stats " + world.nameOf(container));
    return FakeStats.of(world.container(container));
  }

  @Override
  public StatsStream followStats(String container) {
    calls.got("follow stats " + world.nameOf(container));
    return new FakeStats(world.container(container));
  }

  @Override
  public LogStream logs(String container, LogRequest request) {
    calls.got("logs " + world.nameOf(container));
    FakeContainer found = world.container(container);
    if (!found.keepsLines()) {
      throw refusal(Kind.NOT_SUPPORTED, "its logging driver keeps none that can be read");
    }
    return new FakeLogStream(found, request, changed);
  }
}
