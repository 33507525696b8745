package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.Probe;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import dev.fermata.runner.gate.Sighting.Probing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Our own runs of one probe in a container, from life to life: the last of them, and what they told
 * of which life. All but {@link #last} is called by the thread of one {@link Watch}.
 */
final class ProbeRuns implements AutoCloseable {
  private static final int KEPT = 3;

  /** So many runs in a row that found no way are believed: a network may be slow to be there. */
  private static final int NO_WAY = 3;

  /**
   * Who is told of a success or of what cannot become one, and of the bug that ends the probing.
   */
  record Listener(Runnable onNews, Consumer<Throwable> onBug) {}

  private final Prober.Tools tools;
  private final Probe probe;
  private final Listener listener;
  private final Deque<Run> runs = new ArrayDeque<>();
  private volatile @Nullable Life passed;
  private volatile @Nullable Life failed;
  private volatile @Nullable Life unreachable;
  private int lost;
  private @Nullable Prober prober;
  private @Nullable Life proberLife;

  ProbeRuns(Prober.Tools tools, Probe probe, Listener listener) {
    this.tools = tools;
    this.probe = probe;
    this.listener = listener;
  }

  /** A life that is seen for the first time gets a prober of its own, once it runs. */
  void follow(Sighting seen) {
    Life life = Life.of(seen.detail());
    if (!seen.state().equals(ContainerState.RUNNING) || life.equals(proberLife)) {
      return;
    }
    close();
    lost = 0;
    ContainerProbe.of(probe, seen, tools).ifPresent(aimed -> start(aimed, life));
  }

  private void start(ContainerProbe aimed, Life life) {
    var started =
        new Prober(tools, aimed, new Prober.Listener(run -> record(life, run), listener.onBug()));
    proberLife = life;
    prober = started;
    started.start();
  }

  private void record(Life life, Run run) {
    synchronized (runs) {
      if (runs.size() == KEPT) {
        runs.removeFirst();
      }
      runs.addLast(run);
    }
    lost = run.answer().equals(Answer.UNREACHABLE) ? lost + 1 : 0;
    if (lost >= NO_WAY) {
      unreachable = life;
      listener.onNews().run();
      return;
    }
    if (!run.succeeded()) {
      failed = life;
      return;
    }
    passed = life;
    listener.onNews().run();
  }

  /** How they went in this life. */
  Probing in(ContainerDetail detail) {
    Life life = Life.of(detail);
    if (ContainerProbe.isOfReadiness(probe, detail)) {
      Probing without = life.equals(unreachable) ? Probing.UNREACHABLE : Probing.NOT_READY;
      return life.equals(passed) ? Probing.READY : without;
    }
    boolean hasFailed = life.equals(failed);
    if (life.equals(passed)) {
      return hasFailed ? Probing.PASSED_IN_THE_END : Probing.PASSED_AT_FIRST;
    }
    return hasFailed ? Probing.FAILED : Probing.NONE;
  }

  /** The last runs, oldest first. */
  List<Run> last() {
    synchronized (runs) {
      return List.copyOf(runs);
    }
  }

  /** When it returns no run goes on. */
  @Override
  public void close() {
    Prober running = prober;
    if (running != null) {
      running.close();
    }
  }
}
