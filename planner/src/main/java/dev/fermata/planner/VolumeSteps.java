package dev.fermata.planner;

import dev.fermata.model.Mount;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Volumes: made where they are missing, made anew where they differ and the user agrees. */
final class VolumeSteps {
  private final UpScene scene;
  private final StepList steps;
  private final LabelSet labels;
  private final Map<String, Integer> created = new HashMap<>();

  VolumeSteps(UpScene scene, StepList steps, LabelSet labels) {
    this.scene = scene;
    this.steps = steps;
    this.labels = labels;
  }

  /** {@code gone} has the removals of what uses a volume that is made anew. */
  void add(VolumeDrift drift, RemovalSteps gone) {
    for (Volume volume : scene.volumes()) {
      List<FieldChange> changes = drift.changes().get(volume.name());
      if (changes != null) {
        Reason reason = new Reason.Changed(changes);
        var remove = new Action.RemoveVolume(volume.name());
        create(volume, reason, Set.of(steps.add(remove, reason, gone.using(volume.name()))));
      } else if (!volume.external() && scene.inventory().volume(volume.name()).isEmpty()) {
        create(volume, new Reason.Missing(), Set.of());
      }
    }
  }

  private void create(Volume volume, Reason reason, Set<Integer> after) {
    var action = new Action.CreateVolume(volume, labels.volume(volume));
    created.put(volume.key(), steps.add(action, reason, after));
  }

  /** The steps that a container of the service has to wait for before it is made. */
  SortedSet<Integer> before(Service service) {
    SortedSet<Integer> before = new TreeSet<>();
    for (Mount mount : service.storage().mounts()) {
      if (mount instanceof Mount.OfVolume of && of.volume().isPresent()) {
        Integer step = created.get(of.volume().get());
        if (step != null) {
          before.add(step);
        }
      }
    }
    return before;
  }
}
