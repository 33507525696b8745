package dev.fermata.runner;

import dev.fermata.planner.plan.Action;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** The budgets of one run as permits to hold around engine calls. */
final class Permits {
  private final Semaphore pull;
  private final Semaphore build;
  private final Semaphore create;
  private final Semaphore start;
  private final Semaphore stop;
  private final Semaphore remove;
  private final Semaphore free = new Semaphore(Integer.MAX_VALUE);

  Permits(Budgets budgets) {
    pull = new Semaphore(budgets.pull());
    build = new Semaphore(budgets.build());
    create = new Semaphore(budgets.create());
    start = new Semaphore(budgets.start());
    stop = new Semaphore(budgets.stop());
    remove = new Semaphore(budgets.remove());
  }

  /** A permit for the action; a wait takes none, so no limit can deadlock. */
  Lease acquire(Action action) throws InterruptedException {
    Semaphore budget = budget(action);
    budget.acquire();
    return new Lease(budget);
  }

  /** How many wait for a permit for such an action. */
  int waiting(Action action) {
    return budget(action).getQueueLength();
  }

  private Semaphore budget(Action action) {
    return switch (action) {
      case Action.PullImage pulled -> pull;
      case Action.PushImage pushed -> pull;
      case Action.BuildImage built -> build;
      case Action.CreateNetwork created -> create;
      case Action.CreateVolume created -> create;
      case Action.CreateContainer created -> create;
      case Action.RenameContainer renamed -> create;
      case Action.InjectFiles injected -> create;
      case Action.ConnectNetwork connected -> create;
      case Action.DisconnectNetwork disconnected -> create;
      case Action.StartContainer started -> start;
      case Action.StopContainer stopped -> stop;
      case Action.KillContainer killed -> stop;
      case Action.PauseContainer paused -> stop;
      case Action.UnpauseContainer unpaused -> start;
      case Action.RemoveContainer removed -> remove;
      case Action.RemoveNetwork removed -> remove;
      case Action.RemoveVolume removed -> remove;
      case Action.RemoveImage removed -> remove;
      case Action.RemoveReplaced removed -> remove;
      // They take as long as they take, and cost the engine nothing meanwhile.
      case Action.CallProvider call -> free;
      case Action.PrepareModel prepare -> pull;
      case Action.RunHook run -> free;
      case Action.RunInitContainer run -> free;
      case Action.Await gate -> free;
      case Action.PlanAgain again -> free;
    };
  }

  /** A permit held; giving it back twice counts once. */
  static final class Lease implements AutoCloseable {
    private final Semaphore budget;
    private final AtomicBoolean held = new AtomicBoolean(true);

    private Lease(Semaphore budget) {
      this.budget = budget;
    }

    /** Once more, for who gave it back while there was nothing to do. */
    void regain() throws InterruptedException {
      budget.acquire();
      held.set(true);
    }

    @Override
    public void close() {
      if (held.compareAndSet(true, false)) {
        budget.release();
      }
    }
  }
}
