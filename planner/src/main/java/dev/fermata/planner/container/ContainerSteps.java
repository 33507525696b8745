package dev.fermata.planner.container;

import dev.fermata.model.Service;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.stop.StopSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The containers of a service, from what is there to what is wanted. */
public final class ContainerSteps {
  private final StepList steps;
  private final ContainerDrafts drafts;
  private final ContainerSpecs specs;
  private final StopSteps stops;
  private final Recreation recreation;
  private final InitSteps init;

  public ContainerSteps(ContainerDrafts drafts, StopSteps stops) {
    this.steps = drafts.steps();
    this.drafts = drafts;
    this.specs = drafts.specs();
    this.stops = stops;
    this.recreation = new InPlaceRecreation(drafts, stops);
    this.init = new InitSteps(drafts);
  }

  public void add(ServiceDecision decision) {
    for (Decision of : decision.decisions()) {
      switch (of) {
        case Decision.Remove remove -> {}
        case Decision.Create create ->
            make(decision, specs.fresh(decision.service(), create), drafts.reason(decision));
        case Decision.Keep keep -> drafts.restoreName(decision, keep.container());
        case Decision.Start start -> start(decision, start);
        case Decision.Restart restart -> restart(decision, restart);
        case Decision.Recreate recreate -> recreation.add(decision, recreate);
        case Decision.RemoveFirst goes -> succeed(decision, goes);
      }
    }
    init.add(decision);
    Service service = decision.service();
    drafts
        .around()
        .gates()
        .open(
            new GateSteps.Opening(
                service.name(), Optional.of(service.checks()), decision.containers()));
  }

  /** The container that was there has gone already. */
  private void succeed(ServiceDecision decision, Decision.RemoveFirst goes) {
    make(decision, specs.next(decision.service(), goes), new Reason.Replaces(goes.name()));
  }

  private void make(ServiceDecision decision, ContainerSpec spec, Reason reason) {
    steps.add(drafts.create(decision.service(), spec, reason));
    if (!drafts.startsNew()) {
      return;
    }
    Fact made = Fact.named(spec.name());
    if (drafts.needsFiles(decision.service())) {
      steps.add(drafts.inject(decision.service(), spec.ref(), reason).requiring(made));
      made = Fact.filesWritten(spec.ref());
    }
    steps.add(
        drafts
            .start(decision, spec.ref(), reason)
            .requiring(drafts.gates(decision))
            .requiring(drafts.ports(decision))
            .requiring(made)
            .otherwise(drafts.removal(spec)));
    drafts.postStart(decision, spec.ref()).drafts().forEach(steps::add);
  }

  private void start(ServiceDecision decision, Decision.Start start) {
    ObservedContainer container = start.container();
    ContainerRef ref = decision.ref(container);
    List<Fact> ready = drafts.restoreName(decision, container);
    boolean neverRan = container.state().equals(ContainerState.CREATED);
    if (neverRan && drafts.needsFiles(decision.service())) {
      steps.add(drafts.inject(decision.service(), ref, start.reason()).requiring(ready));
      ready = List.of(Fact.filesWritten(ref));
    }
    steps.add(
        drafts
            .start(decision, ref, start.reason())
            .requiring(ready)
            .requiring(Fact.connected(container))
            .requiring(drafts.gates(decision))
            .requiring(drafts.ports(decision)));
    drafts.postStart(decision, ref).drafts().forEach(steps::add);
  }

  private void restart(ServiceDecision decision, Decision.Restart restart) {
    ObservedContainer container = restart.container();
    List<Fact> ready = new ArrayList<>(drafts.gates(decision));
    if (stops.stops(container)) {
      ready.add(Fact.connected(container));
      ready.addAll(stops.stop(decision, restart, List.of()));
    } else {
      ready = new ArrayList<>(stops.stop(decision, restart, ready));
    }
    ready.addAll(drafts.restoreName(decision, container));
    Draft start =
        drafts.start(decision, decision.ref(container), restart.reason()).requiring(ready);
    steps.add(
        stops.stops(container)
            ? start.otherwise(List.of(new Draft.Reversal(Fact.stopped(container), start.action())))
            : start);
    drafts.postStart(decision, decision.ref(container)).drafts().forEach(steps::add);
  }
}
