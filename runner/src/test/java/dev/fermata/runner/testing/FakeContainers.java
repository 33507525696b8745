package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.engine.StreamRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** The containers of a world in memory. */
final class FakeContainers implements Containers {
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
      String id = "c" + ticks.incrementAndGet();
      FakeContainer container = new FakeContainer(engine, id, spec, image);
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
    FakeShares.check(world, found);
    FakePorts.check(world, found);
    found.beginAnew();
    engine.started(found);
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
  public void execDetached(String container, ExecRequest request) {
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
  public List<ObservedContainer> list(ProjectName project, ServiceName service) {
    return world.observe(ObserveRequest.of(project)).containers().stream()
        .filter(container -> container.service().equals(service))
        .toList();
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
