package dev.fermata.planner.container;

import dev.fermata.model.Service;
import dev.fermata.planner.address.AddressClaims;
import dev.fermata.planner.conflict.HostPort;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.hook.InitDecision;
import dev.fermata.planner.hook.InitRuns;
import dev.fermata.planner.hook.PostStart;
import dev.fermata.planner.image.ImageSteps;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.resource.NetworkSteps;
import dev.fermata.planner.resource.VolumeSteps;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.Grants;
import java.util.List;
import java.util.Optional;

/** The steps that a container of an {@code up} is made with, and what each has to wait for. */
public record ContainerDrafts(UpInput input, StepList steps, Around around, ContainerSpecs specs) {

  /** What containers stand on. */
  public record Around(
      NetworkSteps networks,
      VolumeSteps volumes,
      ImageSteps images,
      GateSteps gates,
      ReleasedPorts ports,
      AddressClaims addresses) {}

  Draft create(Service service, ContainerSpec spec, Reason reason) {
    return Draft.of(new Action.CreateContainer(spec), reason)
        .requiring(Fact.cleared(service.name()), Fact.nameFree(spec.name()))
        .requiring(around.images().before(service))
        .requiring(around.networks().before(service))
        .requiring(around.volumes().before(service))
        .requiring(specs.tiedTo(service).stream().map(Fact::named).toList())
        .requiring(outside(service))
        .providing(Fact.named(spec.name()));
  }

  /**
   * Containers that are told by their own names may be anybody's, and those of the project may need
   * each other in turn: only those are waited for that come first anyway.
   */
  private List<Fact> outside(Service service) {
    return Partners.outside(service).stream().map(Fact::named).filter(steps::provides).toList();
  }

  /** Whether files have to be written into a new container of a service. */
  boolean needsFiles(Service service) {
    return Grants.areWritten(input.project(), service);
  }

  Draft inject(Service service, ContainerRef container, Reason reason) {
    var files = new GrantedFiles(input.project(), service).files();
    var action = new Action.InjectFiles(container, service.name(), files);
    return Draft.of(action, reason).providing(Fact.filesWritten(container));
  }

  /** Without what it waits for, but for its turn where addresses are given. */
  Draft start(ServiceDecision decision, ContainerRef container, Reason reason) {
    return Draft.of(starting(decision, container), reason)
        .requiring(init(decision).before(container))
        .requiring(around.networks().beforeStart(decision.service()))
        .requiring(around.addresses().before(decision))
        .providing(postStart(decision, container).started());
  }

  /** What follows the start of a container, until it counts as running. */
  PostStart postStart(ServiceDecision decision, ContainerRef container) {
    Service service = decision.service();
    return new PostStart(service.name(), service.lifecycle().hooks().postStart(), container);
  }

  /** What runs before the containers of a service start. */
  InitRuns init(ServiceDecision decision) {
    return InitDecision.runs(input.project().name(), decision, input.options().starting().start());
  }

  /** Why a container is made that takes nobody's place. */
  Reason reason(ServiceDecision decision) {
    return input.isRunOnce(decision.service()) ? new Reason.Asked("run") : new Reason.Missing();
  }

  /** One that was made for a run that does not come about is of no use to anybody. */
  List<Draft.Reversal> removal(ContainerSpec spec) {
    return spec.running().oneRun().stream()
        .map(end -> new Action.RemoveContainer(spec.ref(), spec.service(), AnonymousVolumes.REMOVE))
        .map(remove -> new Draft.Reversal(Fact.named(spec.name()), remove))
        .toList();
  }

  Action starting(ServiceDecision decision, ContainerRef container) {
    return new Action.StartContainer(container, decision.service().name());
  }

  boolean startsNew() {
    return input.options().starting().start() == Start.STARTED;
  }

  /** What a service depends on is ready. */
  List<Fact> gates(ServiceDecision decision) {
    return around.gates().before(decision.service().name());
  }

  /** Its ports are given back by all that have them. */
  List<Fact> ports(ServiceDecision decision) {
    return around.ports().free(HostPort.fixed(input.project(), decision.service()));
  }

  /** Gives a container its name that a killed run did not come to give it. */
  Optional<Draft> rename(ServiceDecision decision, ObservedContainer container) {
    return Optional.ofNullable(decision.renames().get(container.id()))
        .map(name ->
            Draft.of(new Action.RenameContainer(container.ref(), name), new Reason.Leftover(name))
                .providing(Fact.nameRestored(container)));
  }

  /** The same of one that stays; what has to be so before something else is done to it. */
  List<Fact> restoreName(ServiceDecision decision, ObservedContainer container) {
    Optional<Draft> rename = rename(decision, container);
    rename.ifPresent(it -> steps.add(it.providing(Fact.named(decision.ref(container).name()))));
    return rename.map(it -> List.of(Fact.nameRestored(container))).orElse(List.of());
  }
}
