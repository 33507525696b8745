package dev.fermata.planner;

import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a recreation is taken back whose new container does not start: the old one gets its name and
 * runs again if it did, and the new one goes, which has never run.
 */
record RecreationUndo(
    ServiceFate fate, Fate.Recreate recreate, ContainerSpec spec, Optional<Integer> stopped) {

  /** {@code made}, {@code aside} and {@code renamed} are the steps that are taken back. */
  List<Undo> of(int made, int aside, int renamed) {
    ObservedContainer old = recreate.container();
    var back = new ContainerRef(recreate.name(), Optional.of(old.id()));
    List<Undo> undos = new ArrayList<>();
    undos.add(
        new Undo(
            renamed, new Action.RenameContainer(ContainerRef.named(recreate.name()), spec.name())));
    undos.add(new Undo(aside, new Action.RenameContainer(fate.ref(old), recreate.name())));
    stopped.ifPresent(
        step -> undos.add(new Undo(step, new Action.StartContainer(back, fate.service().name()))));
    undos.add(
        new Undo(
            made,
            new Action.RemoveContainer(
                spec.ref(), fate.service().name(), AnonymousVolumes.REMOVE)));
    return undos;
  }
}
