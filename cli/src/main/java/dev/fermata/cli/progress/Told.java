package dev.fermata.cli.progress;

import dev.fermata.planner.Action;
import dev.fermata.planner.GateRule;
import dev.fermata.planner.Step;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Several gates may wait for one container; that it is waited for, and that it is ready, is told
 * once for each of its starts.
 */
final class Told {
  static final String STILL_WAITING = "Still waiting";

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** A reminder of a gate that is still closed is news each time. */
  boolean isNews(String id, Step step, String word) {
    if (step.action() instanceof Action.StartContainer) {
      told.removeIf(key -> key.startsWith(id + "\n"));
    }
    if (!(step.action() instanceof Action.Await await) || word.equals(STILL_WAITING)) {
      return true;
    }
    boolean opened = !word.equals("Waiting") && await.rule() != GateRule.COMPLETED;
    return told.add(id + "\n" + (opened ? "opened" : word));
  }
}
