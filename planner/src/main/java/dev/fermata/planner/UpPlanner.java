package dev.fermata.planner;

import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.planner.PlanException.Problem;
import dev.fermata.planner.UpOptions.Start;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;

/** The plan of {@code up}: what is there becomes what the project wants. */
final class UpPlanner {
  private final UpScene scene;
  private final LabelSet labels;
  private final OrphanSteps orphans;
  private final NetworkDrift drift;
  private final SequencedMap<ServiceName, ServiceFate> fates;
  private final ImageSteps images;
  private final StepList steps;

  UpPlanner(Project project, Observed observed, UpOptions options) {
    this.steps = new StepList(project.name());
    this.scene = UpScene.of(project, new Inventory(observed), options);
    ReplicaBound.check(scene.services());
    this.labels = new LabelSet(project, scene.fingerprints());
    this.orphans = OrphanSteps.of(scene);
    this.drift = NetworkDrift.of(scene, this::isRemoved);
    this.fates = new Fates(scene, drift.names()).decide();
    this.images = new ImageSteps(scene, labels, fates.values());
  }

  private boolean isRemoved(ObservedContainer container) {
    return scene.options().orphans() == OrphanPolicy.REMOVE && orphans.contains(container);
  }

  Plan plan() {
    refuseProblems();
    if (images.addPrefix(steps)) {
      return steps.plan();
    }
    drift.notes().forEach(steps::note);
    var removals = new RemovalSteps(steps, scene.options().recreation().stopTimeout());
    orphans.add(steps, removals, scene.options().orphans());
    removals.addAll(fates.values());
    images.addAll(steps);
    addResources(removals);
    notePaused();
    return steps.plan();
  }

  private void addResources(RemovalSteps removals) {
    var networks = new NetworkSteps(scene, steps, labels);
    var volumes = new VolumeSteps(scene, steps, labels);
    var stops = new StopSteps(scene, steps, fates, drift.names());
    networks.addMissing();
    networks.addDrifted(drift, stops, fates.values(), removals);
    volumes.add();
    var gates = new GateSteps(steps, scene.graph(), scene.options().starting());
    if (scene.options().starting().start() == Start.STARTED) {
      fates.values().stream()
          .filter(ServiceFate::starts)
          .forEach(fate -> gates.expect(fate.service().name()));
    }
    var around = new ContainerSteps.Surroundings(removals, networks, volumes, images, stops, gates);
    var containers =
        new ContainerSteps(scene, steps, around, new ContainerSpecs(scene, labels, fates));
    fates.values().forEach(containers::add);
    if (scene.options().starting().waiting().isPresent()) {
      fates.keySet().forEach(gates::await);
    }
  }

  private void notePaused() {
    for (ServiceFate fate : fates.values()) {
      for (Fate of : fate.fates()) {
        if (of instanceof Fate.Keep(ObservedContainer container)
            && container.state() == ContainerState.PAUSED) {
          steps.note("`%s` is paused and stays so".formatted(container.name()));
        }
      }
    }
  }

  private void refuseProblems() {
    List<Problem> problems = new ArrayList<>(missingNetworks());
    problems.addAll(missingVolumes());
    problems.addAll(images.problems(fates.values()));
    if (!problems.isEmpty()) {
      throw new PlanException(problems);
    }
  }

  private Collection<Problem> missingNetworks() {
    return scene.networks().stream()
        .filter(Network::external)
        .filter(network -> scene.inventory().network(network.name()).isEmpty())
        .map(network ->
            new Problem(
                "the external network `%s` is not there".formatted(network.name()),
                "docker network create " + network.name()))
        .toList();
  }

  private Collection<Problem> missingVolumes() {
    return scene.volumes().stream()
        .filter(Volume::external)
        .filter(volume -> scene.inventory().volume(volume.name()).isEmpty())
        .map(volume ->
            new Problem(
                "the external volume `%s` is not there".formatted(volume.name()),
                "docker volume create " + volume.name()))
        .toList();
  }
}
