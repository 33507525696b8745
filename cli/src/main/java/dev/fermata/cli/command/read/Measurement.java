package dev.fermata.cli.command.read;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.StatsStream;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.task.ParallelCalls;
import dev.fermata.runner.task.TaskGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Measures containers again and again: each has a stream of its own, whose last word counts. */
final class Measurement implements AutoCloseable {
  private final Containers engine;
  private final TaskGroup readers = new TaskGroup();
  private final Set<String> begun = new HashSet<>();
  private final Map<String, ContainerStats> last = new ConcurrentHashMap<>();

  Measurement(Containers engine) {
    this.engine = engine;
  }

  /** All of them once, at the same time; zeros for what does not run. */
  static List<Measured> once(Containers engine, List<ObservedContainer> containers) {
    return ParallelCalls.of(containers, it -> new Measured(it, Optional.of(now(engine, it))));
  }

  private static ContainerStats now(Containers engine, ObservedContainer container) {
    if (!container.state().mayRun()) {
      return ContainerStats.NONE;
    }
    try {
      return engine.stats(container.id());
    } catch (EngineException e) {
      if (e.saysNotRunning()) {
        return ContainerStats.NONE;
      }
      throw e;
    }
  }

  /** What is known of these by now; those that are new are measured from now on. */
  List<Measured> of(List<ObservedContainer> containers) {
    for (ObservedContainer container : containers) {
      if (container.state().mayRun() && begun.add(container.id())) {
        readers.fork("stats", () -> follow(container.id()));
      }
    }
    return containers.stream().map(this::measured).toList();
  }

  private Measured measured(ObservedContainer container) {
    if (!container.state().mayRun()) {
      return new Measured(container, Optional.of(ContainerStats.NONE));
    }
    return new Measured(container, Optional.ofNullable(last.get(container.id())));
  }

  private void follow(String id) {
    try (StatsStream stream = engine.followStats(id)) {
      for (var next = stream.next(); next.isPresent(); next = stream.next()) {
        last.put(id, next.get());
      }
    } catch (EngineException e) {
      // That the engine is lost is told by the next list; a container that is gone is not in it.
      last.remove(id);
    }
  }

  @Override
  public void close() {
    readers.close();
  }
}
