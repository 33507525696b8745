package dev.fermata.planner.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One step of a plan. {@code id} counts from 1; {@code after} are the ids of earlier steps that
 * must be done first. Steps of one {@code group}, the name of a container, are one recreation.
 * {@code otherwise} puts back, in its order, what earlier steps took away, where this one fails or
 * cannot be begun.
 */
public record Step(
    int id,
    Action action,
    Reason reason,
    SortedSet<Integer> after,
    Optional<String> group,
    List<Undo> otherwise) {
  public Step {
    after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
    otherwise = List.copyOf(otherwise);
  }

  public Step(
      int id, Action action, Reason reason, SortedSet<Integer> after, Optional<String> group) {
    this(id, action, reason, after, group, List.of());
  }

  Step otherwise(List<Undo> undos) {
    return new Step(id, action, reason, after, group, undos);
  }
}
