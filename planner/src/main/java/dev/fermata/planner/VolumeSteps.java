package dev.fermata.planner;

import dev.fermata.model.Mount;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import java.util.List;
import java.util.stream.Stream;

/** Volumes: made where they are missing, made anew where they differ and the user agrees. */
final class VolumeSteps {
  private final UpScene scene;
  private final StepList steps;
  private final LabelSet labels;

  VolumeSteps(UpScene scene, StepList steps, LabelSet labels) {
    this.scene = scene;
    this.steps = steps;
    this.labels = labels;
  }

  void add(VolumeDrift drift) {
    for (Volume volume : scene.volumes()) {
      List<FieldChange> changes = drift.changes().get(volume.name());
      if (changes != null) {
        Reason reason = new Reason.Changed(changes);
        steps.add(
            Draft.of(new Action.RemoveVolume(volume.name()), reason)
                .requiring(Fact.volumeLeft(volume.name()))
                .providing(Fact.volumeRemoved(volume.name())));
        create(volume, reason, List.of(Fact.volumeRemoved(volume.name())));
      } else if (!volume.external() && scene.inventory().volume(volume.name()).isEmpty()) {
        create(volume, new Reason.Missing(), List.of());
      }
    }
  }

  private void create(Volume volume, Reason reason, List<Fact> before) {
    var action = new Action.CreateVolume(VolumeSpec.of(volume, labels.volume(volume)));
    steps.add(
        Draft.of(action, reason).requiring(before).providing(Fact.volumeReady(volume.name())));
  }

  /** What has to be there before a container of the service is made. */
  List<Fact> before(Service service) {
    return service.storage().mounts().stream()
        .flatMap(
            mount -> mount instanceof Mount.OfVolume of ? of.volume().stream() : Stream.empty())
        .map(volume -> Fact.volumeReady(scene.volumeName(volume)))
        .toList();
  }
}
