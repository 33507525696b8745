package dev.fermata.planner;

import dev.fermata.model.Network;
import dev.fermata.model.Rerun;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.PlanResult.Refused;
import dev.fermata.planner.UpOptions.Start;
import dev.fermata.planner.observed.ContainerState;
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
  private final VolumeDrift volumeDrift;
  private final SequencedMap<ServiceName, ServiceFate> fates;
  private final ImageSteps images;
  private final StepList steps;

  UpPlanner(UpScene scene) {
    this.steps = new StepList(scene.project().name(), scene.inventory()::has);
    this.scene = scene;
    this.labels = new LabelSet(scene.project(), scene.fingerprints());
    this.orphans = OrphanSteps.of(scene);
    this.drift = NetworkDrift.of(scene, this::isRemoved);
    this.volumeDrift = VolumeDrift.of(scene, this::isRemoved);
    this.fates = new Fates(scene, drift.names(), volumeDrift).decide();
    this.images = new ImageSteps(scene, labels, fates.values());
  }

  private boolean isRemoved(ObservedContainer container) {
    return scene.options().orphans() == OrphanPolicy.REMOVE && orphans.contains(container);
  }

  PlanResult plan() {
    List<Problem> problems = problems();
    return problems.isEmpty()
        ? PausedContainers.checked(planned(), scene.inventory().containers())
        : new Refused(problems);
  }

  private Plan planned() {
    volumeDrift.questions().forEach(steps::confirm);
    if (images.addPrefix(steps)) {
      return steps.plan();
    }
    ForeignResources.notes(scene).forEach(steps::note);
    drift.notes().forEach(steps::note);
    volumeDrift.notes().forEach(steps::note);
    var stops = new Stops(scene.options().recreation().stopTimeout());
    var removals = new RemovalSteps(steps, stops);
    orphans.add(steps, removals, scene.options().orphans());
    removals.addAll(fates.values());
    images.addAll(steps);
    addResources(removals, stops);
    notePaused();
    noteDone();
    return steps.plan();
  }

  private void addResources(RemovalSteps removals, Stops all) {
    var networks = new NetworkSteps(scene, steps, labels);
    var volumes = new VolumeSteps(scene, steps, labels);
    var stops = new StopSteps(scene, steps, all, fates, drift.names());
    removals.makeWay(fates.values(), stops, images);
    networks.addMissing();
    networks.addDrifted(drift, stops, fates.values());
    volumes.add(volumeDrift);
    handPortsOver(stops);
    var gates = new GateSteps(steps, scene.graph(), scene.options().starting());
    if (scene.options().starting().start() == Start.STARTED) {
      fates.values().stream()
          .filter(ServiceFate::starts)
          .map(fate -> fate.service().name())
          .forEach(name -> {
            gates.expect(name);
            gates.expectEnd(name, fates.keySet());
          });
    }
    var ports = HeldPorts.of(scene, fates.values(), this::isRemoved);
    var around = new ContainerDrafts.Around(networks, volumes, images, gates, ports);
    var specs = new ContainerSpecs(scene, labels, fates);
    var containers = new ContainerSteps(new ContainerDrafts(scene, steps, around, specs), stops);
    fates.values().forEach(containers::add);
    if (scene.options().starting().waiting().isPresent()) {
      fates.keySet().forEach(gates::await);
    }
  }

  /** What a service takes over from one that comes later in the order has to be free before. */
  private void handPortsOver(StopSteps stops) {
    if (scene.options().starting().start() != Start.STARTED) {
      return;
    }
    List<HostPort> wanted = new ArrayList<>();
    for (ServiceFate fate : fates.values()) {
      for (Fate of : fate.fates()) {
        if (of instanceof Fate.Recreate recreate && holds(recreate, wanted)) {
          stops.stop(fate, recreate, images.before(fate.service()));
        }
      }
      if (fate.starts()) {
        wanted.addAll(HostPort.fixed(scene.project(), fate.service()));
      }
    }
  }

  private static boolean holds(Fate.Recreate recreate, List<HostPort> wanted) {
    return HostPort.heldBy(recreate.container()).stream()
        .anyMatch(port -> wanted.stream().anyMatch(port::collides));
  }

  private void notePaused() {
    for (ServiceFate fate : fates.values()) {
      for (Fate of : fate.fates()) {
        if (of instanceof Fate.Keep(ObservedContainer container)
            && container.state().equals(ContainerState.PAUSED)) {
          steps.note(PausedContainers.note(container));
        }
      }
    }
  }

  /** That a job is not run is told: whoever expects it to has to know why. */
  private void noteDone() {
    if (scene.options().starting().start() == Start.CREATED) {
      return;
    }
    Jobs jobs = Jobs.of(scene.graph());
    for (ServiceFate fate : fates.values()) {
      for (Fate of : fate.fates()) {
        if (of instanceof Fate.Keep(ObservedContainer container) && jobs.isDone(container)) {
          steps.note(done(fate.service(), container));
        }
      }
    }
  }

  private String done(Service service, ObservedContainer container) {
    String why =
        scene.options().reruns().policy(service) == Rerun.NEVER
            ? "and is not run again (`x-fermata: rerun: never`)"
            : "nothing has changed since; `--rerun-jobs` runs it again";
    return "`%s`: done %s, %s".formatted(service.name(), container.since(), why);
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(missingNetworks());
    problems.addAll(missingVolumes());
    problems.addAll(ImageNames.problems(scene.services()));
    problems.addAll(images.problems(fates.values()));
    fates.values().stream()
        .filter(ServiceFate::starts)
        .map(fate -> new GrantedFiles(scene.project(), fate.service()))
        .forEach(files -> problems.addAll(files.problems()));
    var state = FinalState.of(scene, fates.values(), this::isRemoved);
    problems.addAll(NameConflicts.in(state));
    problems.addAll(PortConflicts.in(state));
    problems.addAll(AddressConflicts.in(state));
    problems.addAll(new PartnerProblems(scene, fates).all());
    return problems;
  }

  private Collection<Problem> missingNetworks() {
    return scene.networks().stream()
        .filter(Network::external)
        .filter(network -> scene.inventory().network(network.name()).isEmpty())
        .map(network ->
            new Problem(
                ComposeSentences.networkNotFound(network.name()),
                "docker network create " + network.name()))
        .toList();
  }

  private Collection<Problem> missingVolumes() {
    return scene.volumes().stream()
        .filter(Volume::external)
        .filter(volume -> scene.inventory().volume(volume.name()).isEmpty())
        .map(volume ->
            new Problem(
                ComposeSentences.volumeNotFound(volume.name()),
                "docker volume create " + volume.name()))
        .toList();
  }
}
