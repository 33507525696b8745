package dev.fermata.cli.progress;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Step;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Several gates may wait for one container; that it is waited for, and that it is ready, is told
 * once for each of its starts. That it restarts is told once, of the stop and the start.
 */
final class AlreadyReported {
  static final String STILL_WAITING = "Still waiting";

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Set<Integer> skipped = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean interrupted = new AtomicBoolean();

  /** Nothing more is told of the step, which ends as if all were well. */
  void skip(Step step) {
    skipped.add(step.id());
  }

  /** Forgets what is known of steps by their numbers: those of another plan follow. */
  void begin() {
    skipped.clear();
  }

  /** The user has broken off the command, not each of its steps. */
  boolean isFirstInterruption() {
    return !interrupted.getAndSet(true);
  }

  /** A reminder of a gate that is still closed is news each time. */
  boolean isNews(String id, Step step, String word) {
    String restarting = id + "\n" + StepWords.RESTARTING;
    if (word.equals(StepWords.RESTARTING)) {
      return told.add(restarting);
    }
    if (word.equals(StepWords.STARTING) && told.contains(restarting)) {
      return false;
    }
    if (step.action() instanceof Action.StartContainer) {
      told.removeIf(key -> key.startsWith(id + "\n"));
    }
    if (skipped.contains(step.id())) {
      return false;
    }
    if (!(step.action() instanceof Action.Await await) || word.equals(STILL_WAITING)) {
      return true;
    }
    boolean opened = !word.equals("Waiting") && await.rule() != GateRule.COMPLETED;
    return told.add(id + "\n" + (opened ? "opened" : word));
  }
}
