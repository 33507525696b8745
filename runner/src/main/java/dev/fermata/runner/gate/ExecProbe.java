package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The command of a container's healthcheck, run in it as the engine runs it. */
record ExecProbe(Prober.Tools tools, String container, HealthcheckDetail check)
    implements ContainerProbe {
  /** The engine ends no exec: a run past its time is waited for, though it has failed already. */
  private static final Duration FORSAKEN = Duration.ofHours(1);

  private static final OptionalInt KILLED = OptionalInt.of(137);

  @Override
  public String text() {
    return check.text();
  }

  @Override
  public Duration timeout() {
    return check.timeout();
  }

  @Override
  public Pace pace() {
    return Pace.OF_COMMANDS;
  }

  @Override
  public Optional<Run> run() throws InterruptedException {
    Instant begun = tools.time().now();
    try {
      ExecResult result =
          tools.engine().containers().exec(container, ExecRequest.of(check.command()), FORSAKEN);
      return result.exitCode().equals(KILLED) && !isRunning()
          ? Optional.empty()
          : Optional.of(run(answer(result), result.took(), result.output()));
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED) {
        throw new InterruptedException(e.getMessage());
      }
      if (e.saysNotRunning()) {
        return Optional.empty();
      }
      Duration took = Duration.between(begun, tools.time().now());
      String words = e.detail().isEmpty() ? String.valueOf(e.getMessage()) : e.detail();
      return Optional.of(run(Answer.NOT_BEGUN, took, words));
    }
  }

  private static Answer answer(ExecResult result) {
    OptionalInt code = result.exitCode();
    return code.isPresent() ? new Answer.Exit(code.getAsInt()) : Answer.LATE;
  }

  /** A container that ends takes its check along, which says nothing of the check. */
  private boolean isRunning() {
    return tools.engine().containers().inspect(container).state().equals(ContainerState.RUNNING);
  }

  private Run run(Answer answer, Duration took, String output) {
    return new Run(Run.By.FERMATA, text(), answer, took, output);
  }
}
