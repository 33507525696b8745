package dev.fermata.runner;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The wish to end a run early, in two stages. Safe for use by many threads. */
public final class Cancellation {

  /** How far the wish goes. */
  public enum Stage {
    NONE,
    /** Begin nothing more; stop what was asked for gracefully. */
    GRACEFUL,
    /** Now. */
    KILL
  }

  private final List<Consumer<Stage>> listeners = new CopyOnWriteArrayList<>();
  private volatile Stage stage = Stage.NONE;

  public Stage stage() {
    return stage;
  }

  /** The next stage: graceful first, then kill. */
  public void advance() {
    Stage reached;
    synchronized (this) {
      stage = stage == Stage.NONE ? Stage.GRACEFUL : Stage.KILL;
      reached = stage;
    }
    listeners.forEach(listener -> listener.accept(reached));
  }

  /** Tells of each stage reached from now on. */
  public void onAdvance(Consumer<Stage> listener) {
    listeners.add(listener);
  }
}
