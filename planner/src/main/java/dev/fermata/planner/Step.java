package dev.fermata.planner;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One step of a plan. {@code id} counts from 1; {@code after} are the ids of earlier steps that
 * must be done first. Steps of one {@code group}, the name of a container, are one recreation.
 */
public record Step(
    int id, Action action, Reason reason, SortedSet<Integer> after, Optional<String> group) {
  public Step {
    after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
  }
}
