package dev.fermata.planner;

import dev.fermata.model.Mount;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Volumes: made where they are missing. One that differs is kept: its content is the user's. */
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

  void add() {
    Drift drift = new Drift(scene.fingerprints());
    for (Volume volume : scene.volumes()) {
      if (volume.external()) {
        continue;
      }
      scene
          .inventory()
          .volume(volume.name())
          .map(there -> drift.of(volume, there))
          .ifPresentOrElse(
              changes -> {
                if (!changes.isEmpty()) {
                  steps.note(kept(volume));
                }
              },
              () -> create(volume));
    }
  }

  private void create(Volume volume) {
    var action = new Action.CreateVolume(volume, labels.volume(volume));
    created.put(volume.key(), steps.add(action, new Reason.Missing(), Set.of()));
  }

  private static String kept(Volume volume) {
    return "volume `%s` differs from the file and is kept as it is, with what is in it; to make it anew, save its content and remove it with `down -v`"
        .formatted(volume.name());
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
