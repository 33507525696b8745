package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs a container's own check until it succeeds, at once and then with back-off: never two runs at
 * a time, and a slow one takes at most a quarter of the time.
 */
final class Prober implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** The engine ends no exec: a run past its time is waited for, though it has failed already. */
  private static final Duration FORSAKEN = Duration.ofHours(1);

  private static final OptionalInt KILLED = OptionalInt.of(137);

  /** What a prober works with. */
  record Tools(Engine engine, Semaphore permits, Time time) {}

  /** Who is told of each run, and of the bug that ends the probing. */
  record Listener(Consumer<Run> onRun, Consumer<Throwable> onBug) {}

  private final Tools tools;
  private final String container;
  private final HealthcheckDetail check;
  private final Listener listener;
  private final TaskGroup probing = new TaskGroup();

  Prober(Tools tools, String container, HealthcheckDetail check, Listener listener) {
    this.tools = tools;
    this.container = container;
    this.check = check;
    this.listener = listener;
  }

  void start() {
    probing.fork("probe " + container, this::probe);
  }

  /** When it returns no run goes on. */
  @Override
  public void close() {
    probing.close();
  }

  private void probe() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!Thread.interrupted()) {
        Instant begun = tools.time().now();
        if (succeeds()) {
          return;
        }
        Duration took = Duration.between(begun, tools.time().now());
        new Signal().await(tools.time(), longer(pause, took.multipliedBy(3)));
        pause = shorter(pause.multipliedBy(5).dividedBy(4), LONGEST_PAUSE);
      }
    } catch (InterruptedException closed) {
      // Nobody waits any more: that is how a prober ends.
      return;
    } catch (RuntimeException | Error bug) {
      listener.onBug().accept(bug);
    }
  }

  /** One run; it counts as failed when its timeout has passed, and gives its permit back then. */
  private boolean succeeds() throws InterruptedException {
    tools.permits().acquire();
    AtomicBoolean inTime = new AtomicBoolean(true);
    Time.Alarm alarm = tools.time().alarm(check.timeout(), () -> timedOut(inTime));
    try {
      Optional<ExecResult> result = exec();
      if (!ends(inTime) || result.isEmpty()) {
        return false;
      }
      ExecResult told = result.get();
      listener.onRun().accept(run(told.exitCode(), told.took(), told.output()));
      return told.succeeded();
    } finally {
      alarm.callOff();
      ends(inTime);
    }
  }

  private void timedOut(AtomicBoolean inTime) {
    if (ends(inTime)) {
      listener.onRun().accept(run(OptionalInt.empty(), check.timeout(), ""));
    }
  }

  /** Whether this call ended the run's time; whichever does gives the permit back. */
  private boolean ends(AtomicBoolean inTime) {
    if (!inTime.compareAndSet(true, false)) {
      return false;
    }
    tools.permits().release();
    return true;
  }

  /** Empty where the container does not run any more: that is no run of its check. */
  private Optional<ExecResult> exec() throws InterruptedException {
    Instant begun = tools.time().now();
    try {
      ExecRequest request = ExecRequest.of(command(check.test()));
      return Optional.of(tools.engine().containers().exec(container, request, FORSAKEN))
          .filter(result -> !result.exitCode().equals(KILLED) || isRunning());
    } catch (EngineException e) {
      if (e.kind() == Kind.CONFLICT || e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      if (e.kind() == Kind.INTERRUPTED) {
        throw new InterruptedException(e.getMessage());
      }
      Duration took = Duration.between(begun, tools.time().now());
      String words = e.detail().isEmpty() ? String.valueOf(e.getMessage()) : e.detail();
      return Optional.of(new ExecResult(OptionalInt.of(Run.COULD_NOT_BEGIN), words, took));
    }
  }

  /** A container that ends takes its check along, which says nothing of the check. */
  private boolean isRunning() {
    return tools.engine().containers().inspect(container).state().equals(ContainerState.RUNNING);
  }

  /** From the form of a healthcheck to a command: {@code CMD ...} or {@code CMD-SHELL text}. */
  static List<String> command(List<String> test) {
    List<String> rest = test.subList(1, test.size());
    return switch (test.getFirst()) {
      case "CMD" -> rest;
      case "CMD-SHELL" -> List.of("/bin/sh", "-c", String.join(" ", rest));
      default -> test;
    };
  }

  private Run run(OptionalInt exitCode, Duration took, String output) {
    return new Run(Run.By.FERMATA, List.copyOf(check.test()), exitCode, took, output);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
