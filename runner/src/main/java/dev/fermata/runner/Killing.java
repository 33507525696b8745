package dev.fermata.runner;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;

/** Kills what still runs of a project, so that the stops that wait for it end. */
record Killing(Engine engine, ProjectName project) {
  /** Does it in a thread of its own where the stage says so: whoever cancels does not wait. */
  void when(Stage stage) {
    if (stage == Stage.KILL) {
      Thread.ofVirtual().name("killing").start(this::kill);
    }
  }

  private void kill() {
    engine.observe(ObserveRequest.of(project)).containers().stream()
        .filter(container -> container.state().mayRun())
        .forEach(container -> Thread.ofVirtual().start(() -> kill(container)));
  }

  private void kill(ObservedContainer container) {
    try {
      engine.kill(container.id(), "SIGKILL");
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND && e.kind() != Kind.CONFLICT) {
        throw e;
      }
    }
  }
}
