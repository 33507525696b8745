package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.Networks;
import dev.fermata.runner.engine.listing.NetworkListing;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;

/** The networks of a world in memory. */
final class FakeNetworks implements Networks {
  private final FakeWorld world;
  private final FakeCalls calls;
  private final AtomicLong ticks;

  FakeNetworks(FakeWorld world, FakeCalls calls, AtomicLong ticks) {
    this.world = world;
    this.calls = calls;
    this.ticks = ticks;
  }

  @Override
  public void requireSupported(NetworkSpec network) {
    calls.foresee("support network " + network.name());
  }

  @Override
  public List<NetworkListing> list() {
    calls.got("list networks");
    return world.networks.values().stream()
        .map(it -> new NetworkListing(it.name(), "bridge", List.of(), it.labels()))
        .toList();
  }

  @Override
  public void create(NetworkSpec network) {
    calls.got("create network " + network.name());
    synchronized (world) {
      if (world.networks.values().stream().anyMatch(it -> it.name().equals(network.name()))) {
        throw refusal(Kind.NAME_IN_USE, "network " + network.name() + " already exists");
      }
      add(network.name(), network.labels());
    }
  }

  /** As where two calls have asked at once whether the name is free. */
  void createTwin(String network) {
    synchronized (world) {
      add(network, world.network(network).labels());
    }
  }

  private void add(String name, SortedMap<String, String> labels) {
    String id = "n" + ticks.incrementAndGet();
    world.networks.put(id, new ObservedNetwork(id, name, labels));
  }

  @Override
  public void remove(String idOrName) {
    calls.got("remove network " + idOrName);
    synchronized (world) {
      world.findNetwork(idOrName).ifPresent(this::removeUnused);
    }
  }

  private void removeUnused(ObservedNetwork network) {
    world.requireUnused(
        "network " + network.name(),
        it -> it.isRunning() && network.id().equals(it.networks().get(network.name())));
    world.networks.remove(network.id());
  }

  @Override
  public void connect(String container, ServiceName service, NetworkAttachment attachment) {
    calls.got("connect " + world.nameOf(container) + " " + attachment.network());
    synchronized (world) {
      ObservedNetwork network = world.network(attachment.network());
      world.container(container).join(network.name(), network.id());
    }
  }

  @Override
  public void disconnect(String container, String network) {
    calls.got("disconnect " + world.nameOf(container) + " " + network);
    synchronized (world) {
      ObservedNetwork found = world.network(network);
      world.container(container).leave(found.name());
    }
  }
}
