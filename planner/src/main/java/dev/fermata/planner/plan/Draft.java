package dev.fermata.planner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A step in the making, before it has a number. {@code group} is that of the {@link Step}. */
public record Draft(
    Action action,
    Reason reason,
    List<Fact> requires,
    List<Fact> provides,
    Optional<String> group,
    List<Reversal> otherwise) {

  /** Takes back the step that provides a fact: an {@link Undo} in the making. */
  public record Reversal(Fact of, Action action) {}

  public static Draft of(Action action, Reason reason) {
    return new Draft(action, reason, List.of(), List.of(), Optional.empty(), List.of());
  }

  public Draft requiring(Collection<Fact> facts) {
    return facts.isEmpty()
        ? this
        : new Draft(action, reason, both(requires, facts), provides, group, otherwise);
  }

  public Draft requiring(Fact... facts) {
    return requiring(List.of(facts));
  }

  public Draft providing(Fact... facts) {
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
  public Draft in(String recreation) {
    return new Draft(action, reason, requires, provides, Optional.of(recreation), otherwise);
  }

  /** What puts back, in this order, what the step was to give, where it is not done. */
  public Draft otherwise(List<Reversal> reversals) {
    return new Draft(action, reason, requires, provides, group, reversals);
  }
}
