package dev.fermata.runner.testing;

import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.engine.EngineSystem;
import dev.fermata.runner.engine.EngineVersion;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.engine.listing.DiskUsage;
import dev.fermata.runner.engine.listing.EngineDetail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A world in memory as a whole. */
final class FakeSystem implements EngineSystem {
  private final FakeWorld world;
  private final FakeCalls calls;

  FakeSystem(FakeWorld world, FakeCalls calls) {
    this.world = world;
    this.calls = calls;
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
  public Optional<String> host() {
    return Optional.empty();
  }

  @Override
  public EngineDetail detail() {
    calls.got("detail");
    return new EngineDetail(
        "fake", "memory", "BuildKit", "2", false, true, "", Instant.now(), List.of(), List.of());
  }

  @Override
  public DiskUsage diskUsage() {
    calls.got("disk usage");
    var nothing = new DiskUsage.Share(0, 0, 0);
    return new DiskUsage(nothing, nothing, nothing, nothing);
  }

  @Override
  public Observed observe(ObserveRequest request) {
    calls.got("observe " + request.project());
    synchronized (world) {
      return world.observe(request);
    }
  }
}
