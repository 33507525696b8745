package dev.fermata.planner.command;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Volume;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Volumes that go with {@code down -v}: those that carry the project's label and, where there is a
 * file, are declared in it and not external. What a container that stays has mounted stays.
 */
final class VolumeRemovals {
  private static final Reason REASON = new Reason.Asked("down --volumes");

  private final ProjectName name;
  private final Optional<Project> project;
  private final Inventory inventory;

  VolumeRemovals(ProjectName name, Optional<Project> project, Inventory inventory) {
    this.name = name;
    this.project = project;
    this.inventory = inventory;
  }

  void add(StepList steps, List<ObservedContainer> going, List<ObservedContainer> staying) {
    SortedSet<String> names = new TreeSet<>(inherited(going));
    for (ObservedVolume volume : inventory.volumes()) {
      if (isOurs(volume)) {
        names.add(volume.name());
      }
    }
    noteOthers(steps);
    for (String volume : names) {
      if (users(volume, staying).isEmpty()) {
        steps.add(
            Draft.of(new Action.RemoveVolume(volume), REASON)
                .requiring(users(volume, going).stream().map(Fact::removed).toList()));
      }
    }
  }

  /** Volumes that the files declare, and that somebody else has made: nobody's loss here. */
  private void noteOthers(StepList steps) {
    for (ObservedVolume volume : inventory.volumes()) {
      String owner = volume.labels().getOrDefault(Labels.PROJECT, "");
      if (isDeclared(volume) && !owner.equals(name.text())) {
        steps.note(
            "volume `%s` stays: %s"
                .formatted(
                    volume.name(),
                    owner.isEmpty()
                        ? ComposeSentences.VOLUME_OF_NOBODY
                        : ComposeSentences.volumeOfProject(owner)));
      }
    }
  }

  /**
   * Anonymous volumes that a container took over from its predecessor: to the engine they are named
   * ones then, and do not go with the container.
   */
  private static SortedSet<String> inherited(List<ObservedContainer> going) {
    SortedSet<String> names = new TreeSet<>();
    going.stream()
        .filter(container -> container.label(Labels.REPLACE).isPresent())
        .flatMap(container -> container.mounts().stream())
        .flatMap(mount -> mount.anonymousVolume().stream())
        .forEach(volume -> names.add(volume));
    return names;
  }

  private boolean isOurs(ObservedVolume volume) {
    boolean labelled = name.text().equals(volume.labels().get(Labels.PROJECT));
    return labelled && (project.isEmpty() || isDeclared(volume));
  }

  private boolean isDeclared(ObservedVolume volume) {
    return project.stream()
        .flatMap(files -> files.volumes().values().stream())
        .anyMatch(declared -> is(declared, volume));
  }

  private static boolean is(Volume declared, ObservedVolume volume) {
    return !declared.external() && declared.name().equals(volume.name());
  }

  private static List<ObservedContainer> users(String volume, List<ObservedContainer> containers) {
    return containers.stream()
        .filter(container ->
            container.mounts().stream()
                .map(ObservedMount::volume)
                .anyMatch(Optional.of(volume)::equals))
        .toList();
  }
}
