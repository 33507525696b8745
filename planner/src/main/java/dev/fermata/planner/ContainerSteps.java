package dev.fermata.planner;

import dev.fermata.model.Service;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.List;

/** The containers of a service, from what is there to what is wanted. */
final class ContainerSteps {
  private final StepList steps;
  private final ContainerDrafts drafts;
  private final ContainerSpecs specs;
  private final StopSteps stops;
  private final Recreation recreation;

  ContainerSteps(ContainerDrafts drafts, StopSteps stops) {
    this.steps = drafts.steps();
    this.drafts = drafts;
    this.specs = drafts.specs();
    this.stops = stops;
    this.recreation = new InPlace(drafts, stops);
  }

  void add(ServiceFate fate) {
    for (Fate of : fate.fates()) {
      switch (of) {
        case Fate.Remove remove -> {}
        case Fate.Create create ->
            make(fate, specs.fresh(fate.service(), create), new Reason.Missing());
        case Fate.Keep keep -> drafts.restoreName(fate, keep.container());
        case Fate.Start start -> start(fate, start);
        case Fate.Restart restart -> restart(fate, restart);
        case Fate.Recreate recreate -> recreation.add(fate, recreate);
        case Fate.RemoveFirst goes -> succeed(fate, goes);
      }
    }
    Service service = fate.service();
    drafts
        .around()
        .gates()
        .open(new GateSteps.Opening(service.name(), service.health(), fate.containers()));
  }

  /** The container that was there has gone already. */
  private void succeed(ServiceFate fate, Fate.RemoveFirst goes) {
    make(fate, specs.next(fate.service(), goes), new Reason.Replaces(goes.name()));
  }

  private void make(ServiceFate fate, ContainerSpec spec, Reason reason) {
    steps.add(drafts.create(fate, spec, reason));
    if (!drafts.startsNew()) {
      return;
    }
    Fact made = Fact.named(spec.name());
    if (drafts.needsFiles(fate.service())) {
      steps.add(drafts.inject(fate, spec.ref(), reason).requiring(made));
      made = Fact.filesWritten(spec.ref());
    }
    steps.add(
        drafts
            .start(fate, spec.ref(), reason)
            .requiring(drafts.gates(fate))
            .requiring(drafts.ports(fate))
            .requiring(made));
  }

  private void start(ServiceFate fate, Fate.Start start) {
    ObservedContainer container = start.container();
    ContainerRef ref = fate.ref(container);
    List<Fact> ready = drafts.restoreName(fate, container);
    boolean neverRan = container.state().equals(ContainerState.CREATED);
    if (neverRan && drafts.needsFiles(fate.service())) {
      steps.add(drafts.inject(fate, ref, start.reason()).requiring(ready));
      ready = List.of(Fact.filesWritten(ref));
    }
    steps.add(
        drafts
            .start(fate, ref, start.reason())
            .requiring(ready)
            .requiring(Fact.connected(container))
            .requiring(drafts.gates(fate))
            .requiring(drafts.ports(fate)));
  }

  private void restart(ServiceFate fate, Fate.Restart restart) {
    ObservedContainer container = restart.container();
    List<Fact> ready = new ArrayList<>(drafts.gates(fate));
    if (stops.stops(container)) {
      ready.add(Fact.connected(container));
      ready.addAll(stops.stop(fate, restart, List.of()));
    } else {
      ready = new ArrayList<>(stops.stop(fate, restart, ready));
    }
    ready.addAll(drafts.restoreName(fate, container));
    Draft start = drafts.start(fate, fate.ref(container), restart.reason()).requiring(ready);
    steps.add(
        stops.stops(container)
            ? start.otherwise(List.of(new Draft.Reversal(Fact.stopped(container), start.action())))
            : start);
  }
}
