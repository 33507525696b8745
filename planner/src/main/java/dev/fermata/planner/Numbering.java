package dev.fermata.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Makes steps of drafts: each comes after those that provide what it requires, and else in the
 * order in which they were added.
 */
final class Numbering {
  private final List<Draft> drafts;
  private final Predicate<Fact> before;
  private final Map<Fact, List<Draft>> providers = new HashMap<>();
  private final IdentityHashMap<Draft, Integer> numbers = new IdentityHashMap<>();
  private final Set<Draft> begun = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Step> steps = new ArrayList<>();

  /** {@code before} tells what is so before the first step. */
  Numbering(List<Draft> drafts, Predicate<Fact> before) {
    this.drafts = List.copyOf(drafts);
    this.before = before;
    for (Draft draft : drafts) {
      for (Fact fact : draft.provides()) {
        providers.computeIfAbsent(fact, one -> new ArrayList<>(1)).add(draft);
      }
    }
  }

  List<Step> steps() {
    drafts.forEach(this::number);
    return List.copyOf(steps);
  }

  private int number(Draft draft) {
    Integer known = numbers.get(draft);
    if (known != null) {
      return known;
    }
    if (!begun.add(draft)) {
      throw new IllegalStateException("a bug: `%s` waits for itself".formatted(subject(draft)));
    }
    SortedSet<Integer> after = new TreeSet<>();
    for (Fact fact : draft.requires()) {
      providers(draft, fact).forEach(provider -> after.add(number(provider)));
    }
    List<Undo> undos = draft.otherwise().stream().map(it -> undo(draft, it)).toList();
    int id = steps.size() + 1;
    steps.add(new Step(id, draft.action(), draft.reason(), after, draft.group(), undos));
    numbers.put(draft, id);
    return id;
  }

  private Undo undo(Draft draft, Draft.Reversal reversal) {
    List<Draft> taken = providers.getOrDefault(reversal.of(), List.of());
    if (taken.size() != 1) {
      throw bug(draft, reversal.of());
    }
    return new Undo(number(taken.getFirst()), reversal.action());
  }

  private List<Draft> providers(Draft draft, Fact fact) {
    List<Draft> found = providers.getOrDefault(fact, List.of());
    boolean missing =
        switch (fact.kind().source()) {
          case STEP -> found.isEmpty();
          case STEP_OR_BEFORE -> found.isEmpty() && !before.test(fact);
          case ANY_STEPS -> false;
        };
    if (missing) {
      throw bug(draft, fact);
    }
    return found;
  }

  private static IllegalStateException bug(Draft draft, Fact fact) {
    return new IllegalStateException(
        "a bug: `%s` requires `%s`, which no step provides".formatted(subject(draft), fact));
  }

  private static String subject(Draft draft) {
    return draft.action().getClass().getSimpleName() + " " + draft.action().subject();
  }
}
