package dev.fermata.runner.ready;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** A command in the container, which is to end well. */
record Command(Engine engine, String container, List<String> command) implements Question {
  /** The engine ends no exec: one past its time is waited for, lest they become many. */
  private static final Duration FORSAKEN = Duration.ofHours(1);

  private static final OptionalInt KILLED = OptionalInt.of(137);

  @Override
  public Reply ask(Duration timeout) throws InterruptedException {
    try {
      ExecResult result = engine.containers().exec(container, ExecRequest.of(command), FORSAKEN);
      if (result.succeeded()) {
        return Reply.READY;
      }
      // A container that ends takes the command along, which says nothing of the command.
      return result.exitCode().equals(KILLED) && !isRunning() ? Reply.SILENT : notYet(result);
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.INTERRUPTED) {
        throw new InterruptedException(e.getMessage());
      }
      return failed(e);
    }
  }

  private static Reply notYet(ExecResult result) {
    String code =
        result.exitCode().isPresent() ? "exit code " + result.exitCode().getAsInt() : "no end";
    return new Reply.NotYet((code + "\n" + result.output()).strip());
  }

  private boolean isRunning() {
    return engine.containers().inspect(container).state().equals(ContainerState.RUNNING);
  }

  /** What a call that was refused says of the container. */
  static Reply failed(EngineException e) {
    return e.saysNotRunning()
        ? Reply.SILENT
        : new Reply.NotYet(e.detail().isEmpty() ? String.valueOf(e.getMessage()) : e.detail());
  }
}
