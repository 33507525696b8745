package dev.fermata.planner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A step in the making, before it has a number. {@code group} is that of the {@link Step}. */
record Draft(
    Action action,
    Reason reason,
    List<Fact> requires,
    List<Fact> provides,
    Optional<String> group,
    List<Reversal> otherwise) {

  /** Takes back the step that provides a fact: an {@link Undo} in the making. */
  record Reversal(Fact of, Action action) {}

  static Draft of(Action action, Reason reason) {
    return new Draft(action, reason, List.of(), List.of(), Optional.empty(), List.of());
  }

  Draft requiring(Collection<Fact> facts) {
    return facts.isEmpty()
        ? this
        : new Draft(action, reason, both(requires, facts), provides, group, otherwise);
  }

  Draft requiring(Fact... facts) {
    return requiring(List.of(facts));
  }

  Draft providing(Fact... facts) {
    List<Fact> all = both(provides, List.of(facts));
    return new Draft(action, reason, requires, all, group, otherwise);
  }

  private static List<Fact> both(List<Fact> some, Collection<Fact> more) {
    List<Fact> all = new ArrayList<>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    return all;
  }

  /** A step of a recreation. */
  Draft in(String recreation) {
    return new Draft(action, reason, requires, provides, Optional.of(recreation), otherwise);
  }

  /** What puts back, in this order, what the step was to give, where it is not done. */
  Draft otherwise(List<Reversal> reversals) {
    return new Draft(action, reason, requires, provides, group, reversals);
  }
}
