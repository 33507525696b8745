package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.Volume;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.Volumes;
import java.util.SortedMap;

/** The volumes of a world in memory. */
final class FakeVolumes implements Volumes {
  private final FakeWorld world;
  private final FakeCalls calls;

  FakeVolumes(FakeWorld world, FakeCalls calls) {
    this.world = world;
    this.calls = calls;
  }

  @Override
  public void create(Volume volume, SortedMap<String, String> labels) {
    calls.got("create volume " + volume.name());
    world.volumes.putIfAbsent(volume.name(), new ObservedVolume(volume.name(), labels));
  }

  @Override
  public void remove(String name) {
    calls.got("remove volume " + name);
    synchronized (world) {
      if (world.isVolumeUsed(name)) {
        throw refusal(Kind.IN_USE, "volume " + name + " is in use");
      }
      world.volumes.remove(name);
    }
  }
}
