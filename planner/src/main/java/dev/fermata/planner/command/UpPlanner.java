package dev.fermata.planner.command;

import dev.fermata.model.Network;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.address.AddressClaims;
import dev.fermata.planner.address.AddressMoves;
import dev.fermata.planner.conflict.AddressConflicts;
import dev.fermata.planner.conflict.FinalState;
import dev.fermata.planner.conflict.HostPort;
import dev.fermata.planner.conflict.NameConflicts;
import dev.fermata.planner.conflict.NeededFiles;
import dev.fermata.planner.conflict.NetworkRoom;
import dev.fermata.planner.conflict.PartnerProblems;
import dev.fermata.planner.conflict.PausedContainers;
import dev.fermata.planner.conflict.PortConflicts;
import dev.fermata.planner.conflict.VolumeNames;
import dev.fermata.planner.container.ContainerDrafts;
import dev.fermata.planner.container.ContainerSpecs;
import dev.fermata.planner.container.ContainerSteps;
import dev.fermata.planner.container.GrantedFiles;
import dev.fermata.planner.container.ReleasedPorts;
import dev.fermata.planner.container.RemovalSteps;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.Decisions;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.drift.NetworkDrift;
import dev.fermata.planner.drift.VolumeDrift;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.hook.InitDecision;
import dev.fermata.planner.hook.InitReferences;
import dev.fermata.planner.hook.InitRuns;
import dev.fermata.planner.hook.PreStop;
import dev.fermata.planner.image.ImageNames;
import dev.fermata.planner.image.ImageSteps;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.LabelSet;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.PlanResult.Refused;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.provision.Provisioning;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Replaced;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.resource.ForeignResources;
import dev.fermata.planner.resource.Namesakes;
import dev.fermata.planner.resource.NetworkSteps;
import dev.fermata.planner.resource.VolumeSteps;
import dev.fermata.planner.stop.StopSteps;
import dev.fermata.planner.stop.Stops;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The plan of {@code up}: what is there becomes what the project wants. */
public final class UpPlanner {
  private final UpInput input;
  private final LabelSet labels;
  private final OrphanSteps orphans;
  private final NetworkDrift drift;
  private final VolumeDrift volumeDrift;
  private final SequencedMap<ServiceName, ServiceDecision> decisions;
  private final ImageSteps images;
  private final AddressClaims addresses;
  private final OrphanPolicy orphanPolicy;
  private final Optional<Provisioning> provisioning;
  private final List<String> notes;
  private final StepList steps;

  /** {@code notes} are about what the input was made of. */
  public UpPlanner(UpInput input, List<String> notes) {
    this(input, notes, Optional.empty());
  }

  /** What comes before the rest of an {@code up}, since other programs have a say in that. */
  public static PlanResult before(Provisioning provisioning) {
    UpInput input = provisioning.inputBefore();
    if (!provisioning.standsAlone()) {
      return new UpPlanner(input, List.of(), Optional.of(provisioning)).plan();
    }
    var steps = new StepList(input.project().name(), fact -> false);
    provisioning.add(steps, Optional.empty());
    return new PlanResult.Planned(steps.plan());
  }

  private UpPlanner(UpInput input, List<String> notes, Optional<Provisioning> provisioning) {
    this.notes = List.copyOf(notes);
    this.provisioning = provisioning;
    this.steps = new StepList(input.project().name(), input.inventory()::has);
    this.labels = new LabelSet(input.project(), input.fingerprints());
    this.orphans = OrphanSteps.of(input);
    this.orphanPolicy = input.options().orphans();
    this.drift = NetworkDrift.of(input, this::isRemoved);
    this.volumeDrift = VolumeDrift.of(input, this::isRemoved);
    this.decisions = new Decisions(input, drift.names(), volumeDrift).decide();
    this.input = input.with(decisions.keySet());
    this.images = new ImageSteps(this.input, labels, decisions.values());
    this.addresses = AddressClaims.of(this.input, decisions.values());
  }

  private boolean isRemoved(ObservedContainer container) {
    return orphanPolicy == OrphanPolicy.REMOVE && orphans.contains(container);
  }

  public PlanResult plan() {
    List<Problem> problems = problems();
    return problems.isEmpty()
        ? PausedContainers.checked(planned(), input.inventory().containers())
        : new Refused(problems);
  }

  private Plan planned() {
    volumeDrift.questions().forEach(steps::confirm);
    if (images.addPrefix(steps)) {
      return steps.plan();
    }
    notes.forEach(steps::note);
    ForeignResources.notes(input).forEach(steps::note);
    drift.notes().forEach(steps::note);
    volumeDrift.notes().forEach(steps::note);
    var stops =
        new Stops(
            input.options().recreation().stopTimeout(), PreStop.of(Optional.of(input.project())));
    var removals = new RemovalSteps(steps, stops);
    if (provisioning.isEmpty()) {
      orphans.add(steps, removals, input.options().orphans());
    }
    removals.addAll(decisions.values());
    images.addAll(steps);
    addResources(removals, stops);
    decisions.values().stream()
        .filter(ServiceDecision::creates)
        .flatMap(it -> new GrantedFiles(input.project(), it.service()).notes().stream())
        .forEach(steps::note);
    new UpNotes(input, decisions.values(), steps).addAll();
    new OpenPorts(input, decisions.values()).note().ifPresent(steps::note);
    if (input.options().images().replaced() == Replaced.REMOVED) {
      steps.add(removal());
    }
    return steps.plan();
  }

  /** After the containers that were made from them have gone. */
  private Draft removal() {
    List<Fact> gone = input.inventory().containers().stream().map(Fact::removed).toList();
    return Draft.of(
            new Action.RemoveReplaced(input.project().name()), new Reason.Asked("--prune-replaced"))
        .requiring(images.ready())
        .requiring(gone);
  }

  private void addResources(RemovalSteps removals, Stops all) {
    var networks = new NetworkSteps(input, steps, labels);
    var volumes = new VolumeSteps(input, steps, labels);
    var stops = new StopSteps(input, steps, all, decisions, drift.names());
    removals.makeWay(decisions.values(), stops, images);
    networks.addSurplus(drift, stops, decisions.values());
    networks.addMissing();
    networks.addDrifted(drift, stops, decisions.values());
    volumes.add(volumeDrift);
    handPortsOver(stops);
    handAddressesOver(stops);
    var gates = new GateSteps(steps, input.graph(), input.options().starting());
    if (input.options().starting().start() == Start.STARTED) {
      decisions.values().stream()
          .filter(ServiceDecision::starts)
          .map(decision -> decision.service().name())
          .forEach(name -> {
            gates.expect(name);
            gates.expectEnd(name, decisions.keySet());
          });
    }
    provisioning.ifPresent(programs -> programs.expect(gates));
    var ports = ReleasedPorts.of(input, decisions.values(), this::isRemoved);
    var around = new ContainerDrafts.Around(networks, volumes, images, gates, ports, addresses);
    var specs = new ContainerSpecs(input, labels, decisions);
    var containers = new ContainerSteps(new ContainerDrafts(input, steps, around, specs), stops);
    decisions.values().forEach(containers::add);
    new AddressMoves(input, addresses, gates, steps).addAll(decisions.values(), drift.names());
    if (input.options().starting().waiting().isForCaller()) {
      decisions.keySet().forEach(gates::await);
    }
    provisioning.ifPresent(programs -> programs.add(steps, Optional.of(gates)));
  }

  /** What a service takes over from one that comes later in the order has to be free before. */
  private void handPortsOver(StopSteps stops) {
    if (input.options().starting().start() != Start.STARTED) {
      return;
    }
    List<HostPort> wanted = new ArrayList<>();
    for (ServiceDecision decision : decisions.values()) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Recreate recreate && holds(recreate, wanted)) {
          stops.stop(decision, recreate, images.before(decision.service()));
        }
      }
      if (decision.starts()) {
        wanted.addAll(HostPort.fixed(input.project(), decision.service()));
      }
    }
  }

  /** The same of addresses, whatever the order is: who has one by chance may come before. */
  private void handAddressesOver(StopSteps stops) {
    for (ServiceDecision decision : decisions.values()) {
      for (Decision of : decision.decisions()) {
        boolean isMoved = of instanceof Decision.Recreate || of instanceof Decision.Restart;
        if (isMoved
            && of instanceof Decision.Lasting lasting
            && !addresses.heldBy(of.there().orElseThrow()).isEmpty()) {
          stops.stop(decision, lasting, images.before(decision.service()));
        }
      }
    }
  }

  private static boolean holds(Decision.Recreate recreate, List<HostPort> wanted) {
    return HostPort.heldBy(recreate.container()).stream()
        .anyMatch(port -> wanted.stream().anyMatch(port::collides));
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(missingNetworks());
    problems.addAll(Namesakes.problems(input, this::isRemoved));
    problems.addAll(missingVolumes());
    problems.addAll(new VolumeNames(input).problems());
    problems.addAll(ImageNames.problems(input.services()));
    problems.addAll(images.problems(decisions.values()));
    decisions.values().stream()
        .filter(ServiceDecision::starts)
        .map(decision -> new GrantedFiles(input.project(), decision.service()))
        .forEach(files -> problems.addAll(files.problems()));
    problems.addAll(missingFiles());
    decisions.values().stream()
        .flatMap(decision -> initProblems(decision).stream())
        .forEach(problems::add);
    var state = FinalState.of(input, decisions.values(), this::isRemoved);
    problems.addAll(NameConflicts.in(state));
    problems.addAll(PortConflicts.in(state));
    problems.addAll(AddressConflicts.in(state, addresses));
    problems.addAll(NetworkRoom.problems(state));
    problems.addAll(new PartnerProblems(input, decisions).all());
    return problems;
  }

  private List<Problem> missingFiles() {
    List<Problem> problems = new ArrayList<>();
    Set<String> missing = input.inventory().missingFiles();
    for (ServiceDecision decision : decisions.values()) {
      var files = new NeededFiles(input.project(), decision.service());
      if (decision.starts()) {
        problems.addAll(files.unmountable(missing));
      }
      if (decision.creates()) {
        problems.addAll(files.unreadable(missing));
      }
    }
    return problems;
  }

  private List<Problem> initProblems(ServiceDecision decision) {
    InitRuns runs =
        InitDecision.runs(input.project().name(), decision, input.options().starting().start());
    return InitReferences.problems(
        input.project(),
        runs,
        name -> decisions.containsKey(name) || !input.inventory().replicas(name).isEmpty());
  }

  private Collection<Problem> missingNetworks() {
    return input.networks().stream()
        .filter(Network::external)
        .filter(network -> input.inventory().network(network.name()).isEmpty())
        .map(network ->
            new Problem(
                ComposeSentences.networkNotFound(network.name()),
                "docker network create " + network.name()))
        .toList();
  }

  private Collection<Problem> missingVolumes() {
    return input.volumes().stream()
        .filter(Volume::external)
        .filter(volume -> input.inventory().volume(volume.name()).isEmpty())
        .map(volume ->
            new Problem(
                ComposeSentences.volumeNotFound(volume.name()),
                "docker volume create " + volume.name()))
        .toList();
  }
}
