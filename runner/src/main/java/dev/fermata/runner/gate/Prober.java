package dev.fermata.runner.gate;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs a probe until it succeeds, at once and then with back-off: never two runs at a time, and a
 * slow one takes at most a quarter of the time.
 */
final class Prober implements AutoCloseable {
  /** What a prober works with. */
  record Tools(Engine engine, Semaphore permits, Time time) {}

  /** Who is told of each run, and of the bug that ends the probing. */
  record Listener(Consumer<Run> onRun, Consumer<Throwable> onBug) {}

  private final Tools tools;
  private final ContainerProbe probe;
  private final Listener listener;
  private final TaskGroup probing = new TaskGroup();

  Prober(Tools tools, ContainerProbe probe, Listener listener) {
    this.tools = tools;
    this.probe = probe;
    this.listener = listener;
  }

  void start() {
    probing.fork("probe " + probe.container(), this::probe);
  }

  /** When it returns no run goes on. */
  @Override
  public void close() {
    probing.close();
  }

  private void probe() {
    Duration pause = probe.pace().first();
    try {
      while (!Thread.interrupted()) {
        Instant begun = tools.time().now();
        if (succeeds()) {
          return;
        }
        Duration took = Duration.between(begun, tools.time().now());
        new Signal().await(tools.time(), longer(pause, took.multipliedBy(3)));
        pause = probe.pace().after(pause);
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
    Time.Alarm alarm = tools.time().alarm(probe.timeout(), () -> timedOut(inTime));
    try {
      Optional<Run> run = probe.run();
      if (!ends(inTime) || run.isEmpty()) {
        return false;
      }
      listener.onRun().accept(run.get());
      return run.get().succeeded();
    } finally {
      alarm.callOff();
      ends(inTime);
    }
  }

  private void timedOut(AtomicBoolean inTime) {
    if (ends(inTime)) {
      Duration timeout = probe.timeout();
      listener.onRun().accept(new Run(Run.By.FERMATA, probe.text(), Answer.LATE, timeout, ""));
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

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
