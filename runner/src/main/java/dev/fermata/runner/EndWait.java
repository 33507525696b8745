package dev.fermata.runner;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.task.TaskGroup;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Waits until containers have ended: all of them at once, for as long as they take. */
public final class EndWait {
  private final Containers containers;

  public EndWait(Containers containers) {
    this.containers = containers;
  }

  /** A container that has ended, by its id. */
  public record Ended(String container, int exitCode) {}

  /** What one wait came to. */
  private sealed interface Result {
    record Came(Ended ended) implements Result {}

    record Refused(EngineException cause) implements Result {}
  }

  /**
   * Tells of each end when it comes, in this thread, and answers with the last one. Fails at the
   * first container that cannot be awaited; an interrupt ends the waits.
   */
  public Ended all(Collection<ObservedContainer> awaited, Consumer<Ended> told)
      throws InterruptedException {
    if (awaited.isEmpty()) {
      throw new IllegalArgumentException("nothing to wait for");
    }
    BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    try (var waits = new TaskGroup()) {
      for (ObservedContainer container : List.copyOf(awaited)) {
        waits.fork("wait for " + container.name(), () -> results.add(result(container)));
      }
      Ended last = next(results, told);
      for (int ended = 1; ended < awaited.size(); ended++) {
        last = next(results, told);
      }
      return last;
    }
  }

  private static Ended next(BlockingQueue<Result> results, Consumer<Ended> told)
      throws InterruptedException {
    return switch (results.take()) {
      case Result.Came(Ended ended) -> {
        told.accept(ended);
        yield ended;
      }
      case Result.Refused(EngineException cause) -> throw cause;
    };
  }

  private Result result(ObservedContainer container) {
    try {
      return new Result.Came(new Ended(container.id(), containers.awaitEnd(container.id())));
    } catch (EngineException e) {
      return new Result.Refused(e);
    }
  }
}
