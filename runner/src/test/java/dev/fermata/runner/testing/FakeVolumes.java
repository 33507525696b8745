package dev.fermata.runner.testing;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.engine.Volumes;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.util.List;

/** The volumes of a world in memory. */
final class FakeVolumes implements Volumes {
  private final FakeWorld world;
  private final FakeCalls calls;

  FakeVolumes(FakeWorld world, FakeCalls calls) {
    this.world = world;
    this.calls = calls;
  }

  @Override
  public List<VolumeListing> list(ProjectName project) {
    return world.volumes.values().stream()
        .filter(it -> project.text().equals(it.labels().get(Labels.PROJECT)))
        .map(FakeVolumes::listing)
        .toList();
  }

  @Override
  public List<VolumeListing> unused() {
    calls.got("list unused volumes");
    synchronized (world) {
      return world.volumes.values().stream()
          .filter(it ->
              world.containers.values().stream()
                  .noneMatch(container -> world.volumesOf(container).contains(it.name())))
          .map(FakeVolumes::listing)
          .toList();
    }
  }

  private static VolumeListing listing(ObservedVolume volume) {
    String name = volume.name();
    return new VolumeListing(name, "local", "/v/" + name, "local", volume.labels());
  }

  @Override
  public void create(VolumeSpec volume) {
    calls.got("create volume " + volume.name());
    world.volumes.putIfAbsent(volume.name(), new ObservedVolume(volume.name(), volume.labels()));
  }

  @Override
  public void remove(String name) {
    calls.got("remove volume " + name);
    synchronized (world) {
      world.requireUnused("volume " + name, it -> world.volumesOf(it).contains(name));
      world.volumes.remove(name);
    }
  }
}
