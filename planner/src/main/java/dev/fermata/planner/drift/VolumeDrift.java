package dev.fermata.planner.drift;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Volume;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.request.UpOptions.Recreate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The volumes that have to be made anew, and why. That loses what is in them, so each is a question
 * to the user; one that he keeps, or that others use than the containers of this {@code up}, stays
 * as it is, with a note.
 */
public record VolumeDrift(
    SortedMap<String, List<FieldChange>> changes, List<String> questions, List<String> notes) {
  public VolumeDrift {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    questions = List.copyOf(questions);
    notes = List.copyOf(notes);
  }

  public static VolumeDrift of(UpInput input, Predicate<ObservedContainer> removed) {
    FieldDrift drift = new FieldDrift(input.fingerprints());
    SortedMap<String, List<FieldChange>> changes = new TreeMap<>();
    List<String> questions = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Volume volume : input.volumes()) {
      List<FieldChange> fields = changes(input, drift, volume);
      if (fields.isEmpty()) {
        continue;
      }
      String question = ComposeSentences.volumeChanged(volume.name());
      Optional<String> note =
          input.options().recreation().declined().contains(question)
              ? Optional.of(
                  "volume `%s` differs from the file and is kept".formatted(volume.name()))
              : blocked(input, volume, removed);
      if (note.isPresent()) {
        notes.add(note.get());
      } else {
        changes.put(volume.name(), fields);
        questions.add(question);
      }
    }
    return new VolumeDrift(changes, questions, notes);
  }

  private static List<FieldChange> changes(UpInput input, FieldDrift drift, Volume volume) {
    if (volume.external()) {
      return List.of();
    }
    return input
        .inventory()
        .volume(volume.name())
        .filter(there -> input.isOurs(there.labels()))
        .map(there -> drift.of(volume, there))
        .orElse(List.of());
  }

  private static Optional<String> blocked(
      UpInput input, Volume volume, Predicate<ObservedContainer> removed) {
    String names =
        input.inventory().containers().stream()
            .filter(container -> uses(container, volume.name()))
            .filter(container -> !mayGo(input, container))
            .filter(removed.negate())
            .map(container -> "`" + container.name() + "`")
            .collect(joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(keptFor(volume, names));
  }

  private static boolean mayGo(UpInput input, ObservedContainer container) {
    return !container.oneOff()
        && input.isSelected(container)
        && input.policy(container.service()) != Recreate.NEVER;
  }

  private static String keptFor(Volume volume, String users) {
    return "volume `%s` differs from the file and is kept as it is, because it is mounted in %s, which this command does not touch"
        .formatted(volume.name(), users);
  }

  private static boolean uses(ObservedContainer container, String volume) {
    return container.mounts().stream()
        .map(ObservedMount::volume)
        .anyMatch(Optional.of(volume)::equals);
  }

  /** The volume that a container has to make way for. */
  public Optional<String> usedBy(ObservedContainer container) {
    return changes.keySet().stream().filter(volume -> uses(container, volume)).findFirst();
  }
}
