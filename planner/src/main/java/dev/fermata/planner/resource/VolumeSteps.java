package dev.fermata.planner.resource;

import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.drift.VolumeDrift;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.LabelSet;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.spec.VolumeSpec;
import java.util.List;

/** Volumes: made where they are missing, made anew where they differ and the user agrees. */
public final class VolumeSteps {
  private final UpInput input;
  private final StepList steps;
  private final LabelSet labels;

  public VolumeSteps(UpInput input, StepList steps, LabelSet labels) {
    this.input = input;
    this.steps = steps;
    this.labels = labels;
  }

  public void add(VolumeDrift drift) {
    for (Volume volume : input.volumes()) {
      List<FieldChange> changes = drift.changes().get(volume.name());
      if (changes != null) {
        Reason reason = new Reason.Changed(changes);
        steps.add(
            Draft.of(new Action.RemoveVolume(volume.name()), reason)
                .requiring(Fact.volumeLeft(volume.name()))
                .providing(Fact.volumeRemoved(volume.name())));
        create(volume, reason, List.of(Fact.volumeRemoved(volume.name())));
      } else if (!volume.external() && input.inventory().volume(volume.name()).isEmpty()) {
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
  public List<Fact> before(Service service) {
    return input
        .volumeKeys(service)
        .map(volume -> Fact.volumeReady(input.volumeName(volume)))
        .toList();
  }
}
