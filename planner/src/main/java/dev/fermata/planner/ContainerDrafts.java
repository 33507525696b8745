package dev.fermata.planner;

import dev.fermata.model.Service;
import dev.fermata.planner.UpOptions.Start;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.List;
import java.util.Optional;

/** The steps that a container of an {@code up} is made with, and what each has to wait for. */
record ContainerDrafts(UpScene scene, StepList steps, Around around, ContainerSpecs specs) {

  /** What containers stand on. */
  record Around(
      NetworkSteps networks,
      VolumeSteps volumes,
      ImageSteps images,
      GateSteps gates,
      HeldPorts ports) {}

  Draft create(ServiceFate fate, ContainerSpec spec, Reason reason) {
    Service service = fate.service();
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
    return Grants.haveContent(scene.project(), service);
  }

  Draft inject(ServiceFate fate, ContainerRef container, Reason reason) {
    var files = new GrantedFiles(scene.project(), fate.service()).files();
    var action = new Action.InjectFiles(container, fate.service().name(), files);
    return Draft.of(action, reason).providing(Fact.filesWritten(container));
  }

  /** Without what it waits for. */
  Draft start(ServiceFate fate, ContainerRef container, Reason reason) {
    return Draft.of(starting(fate, container), reason).providing(Fact.runs(container));
  }

  Action starting(ServiceFate fate, ContainerRef container) {
    return new Action.StartContainer(container, fate.service().name());
  }

  boolean startsNew() {
    return scene.options().starting().start() == Start.STARTED;
  }

  /** What a service depends on is ready. */
  List<Fact> gates(ServiceFate fate) {
    return around.gates().before(fate.service().name());
  }

  /** Its ports are given back by all that have them. */
  List<Fact> ports(ServiceFate fate) {
    return around.ports().free(HostPort.fixed(scene.project(), fate.service()));
  }

  /** Gives a container its name that a killed run did not come to give it. */
  Optional<Draft> rename(ServiceFate fate, ObservedContainer container) {
    return Optional.ofNullable(fate.renames().get(container.id()))
        .map(name ->
            Draft.of(new Action.RenameContainer(container.ref(), name), new Reason.Leftover(name))
                .providing(Fact.nameRestored(container)));
  }

  /** The same of one that stays; what has to be so before something else is done to it. */
  List<Fact> restoreName(ServiceFate fate, ObservedContainer container) {
    Optional<Draft> rename = rename(fate, container);
    rename.ifPresent(it -> steps.add(it.providing(Fact.named(fate.ref(container).name()))));
    return rename.map(it -> List.of(Fact.nameRestored(container))).orElse(List.of());
  }
}
