package dev.fermata.planner.drift;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Network;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The networks that have to be made anew, and why. That takes all containers off them, so a network
 * that others use than the containers of this {@code up} stays as it is, with a note.
 */
public record NetworkDrift(SortedMap<String, List<FieldChange>> changes, List<String> notes) {
  public NetworkDrift {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    notes = List.copyOf(notes);
  }

  public static NetworkDrift of(UpInput input, Predicate<ObservedContainer> removed) {
    FieldDrift drift = new FieldDrift(input.fingerprints());
    SortedMap<String, List<FieldChange>> changes = new TreeMap<>();
    SortedSet<String> notes = new TreeSet<>();
    for (Network network : input.networks()) {
      List<FieldChange> fields =
          network.external()
              ? List.of()
              : input
                  .inventory()
                  .network(network.name())
                  .filter(there -> input.isOurs(there.labels()))
                  .map(there -> drift.of(network, there))
                  .orElse(List.of());
      if (fields.isEmpty()) {
        continue;
      }
      blockers(input, network, removed)
          .ifPresentOrElse(
              names -> notes.add(note(network, names)), () -> changes.put(network.name(), fields));
    }
    return new NetworkDrift(changes, List.copyOf(notes));
  }

  private static Optional<String> blockers(
      UpInput input, Network network, Predicate<ObservedContainer> removed) {
    String names =
        input.inventory().containers().stream()
            .filter(container -> container.networks().containsKey(network.name()))
            .filter(container -> container.oneOff() || !input.isSelected(container))
            .filter(removed.negate())
            .map(container -> "`" + container.name() + "`")
            .collect(joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static String note(Network network, String users) {
    return "network `%s` differs from the file and is kept as it is, because %s is on it, which this command does not touch"
        .formatted(network.name(), users);
  }

  public Set<String> names() {
    return changes.keySet();
  }
}
