package dev.fermata.runner;

import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.HookStage;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.task.TaskGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kills what a plan is stopping when the user asks a second time, so that the stops end: these
 * containers and no others. All kills have ended when it is closed.
 */
final class ForcedStops implements EventSink, AutoCloseable {
  private final Engine engine;
  private final EventSink sink;
  private final Set<ContainerRef> stopping = ConcurrentHashMap.newKeySet();
  private final TaskGroup kills = new TaskGroup();
  private volatile boolean wanted;

  /** {@code sink} gets every event that this one gets. */
  ForcedStops(Engine engine, EventSink sink) {
    this.engine = engine;
    this.sink = sink;
  }

  @Override
  public void accept(Event event) {
    sink.accept(event);
    if (event instanceof Event.StepBegun begun) {
      stopped(begun.step().action())
          .ifPresent(it -> {
            stopping.add(it);
            killIfWanted(List.of(it));
          });
    }
    if (event instanceof Event.StepEnded ended) {
      stopped(ended.step().action()).ifPresent(stopping::remove);
    }
  }

  /** A hook before a stop is part of that. */
  private static Optional<ContainerRef> stopped(Action action) {
    if (action instanceof Action.RunHook run && run.stage() == HookStage.PRE_STOP) {
      return Optional.of(run.container());
    }
    return action instanceof Action.StopContainer stop
        ? Optional.of(stop.container())
        : Optional.empty();
  }

  /** In threads of its own: whoever cancels does not wait. */
  void at(Stage stage) {
    if (stage == Stage.KILL) {
      wanted = true;
      killIfWanted(List.copyOf(stopping));
    }
  }

  private void killIfWanted(List<ContainerRef> containers) {
    if (wanted) {
      containers.forEach(it -> kills.fork("kill " + it, () -> kill(it)));
    }
  }

  private void kill(ContainerRef container) {
    try {
      engine.containers().kill(container.handle(), "SIGKILL");
    } catch (EngineException e) {
      if (!e.saysNotRunning()) {
        sink.accept(
            new Event.Notice("warning: cannot kill `" + container + "`: " + e.getMessage()));
      }
    }
  }

  @Override
  public void close() {
    kills.close();
  }
}
