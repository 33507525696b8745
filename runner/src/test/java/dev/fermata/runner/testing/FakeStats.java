package dev.fermata.runner.testing;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.StatsStream;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.ContainerStats.Memory;
import dev.fermata.runner.engine.listing.ContainerStats.Traffic;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Measures a container once, and then waits until it is closed. */
final class FakeStats implements StatsStream {
  private static final ContainerStats RUNNING =
      new ContainerStats(
          12.5, new Memory(3 << 20, 1L << 30), new Traffic(1500, 800), new Traffic(0, 4096), 2);

  private final FakeContainer container;
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean measured;

  FakeStats(FakeContainer container) {
    this.container = container;
  }

  /** Of a container that does not run an engine says zeros. */
  static ContainerStats of(FakeContainer container) {
    boolean runs = container.isRunning() || container.state().equals(ContainerState.PAUSED);
    return runs ? RUNNING : ContainerStats.NONE;
  }

  @Override
  public Optional<ContainerStats> next() {
    if (!measured) {
      measured = true;
      return Optional.of(of(container));
    }
    try {
      closed.await();
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new EngineException(EngineException.Kind.INTERRUPTED, "cut short", "", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
