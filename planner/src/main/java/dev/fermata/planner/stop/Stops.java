package dev.fermata.planner.stop;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.hook.PreStop;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All stops of containers that plans have are made here; when each comes, others decide. */
public record Stops(Optional<Duration> timeout, PreStop hooks) {

  /** Whether a container may run, so that there is something to stop. */
  public static boolean areNeeded(ObservedContainer container) {
    return container.state().mayRun();
  }

  /**
   * Adds a stop, and the hooks that go before it. Only what runs can be told to prepare: one that
   * is paused, or between two of its lives, is just stopped, and a run of its own as well.
   */
  public void add(StepList steps, ObservedContainer container, Draft stop) {
    if (container.oneOff()
        || !container.state().equals(ContainerState.RUNNING)
        || !(stop.action() instanceof Action.StopContainer action)) {
      steps.add(stop);
      return;
    }
    List<Fact> before = List.of();
    for (Draft hook : hooks.drafts(action.service(), action.container(), stop.requires())) {
      steps.add(stop.group().map(hook::in).orElse(hook));
      before = hook.provides();
    }
    steps.add(stop.requiring(before));
  }

  public Draft of(ObservedContainer container, Reason reason) {
    return of(container, container.ref(), container.service(), reason);
  }

  /** The same, called as the caller wants it to be called. */
  public Draft of(ObservedContainer container, ContainerRef ref, Reason reason) {
    return of(container, ref, container.service(), reason);
  }

  public Draft of(ServiceDecision decision, ObservedContainer container, Reason reason) {
    return of(container, decision.ref(container), decision.service().name(), reason);
  }

  private Draft of(
      ObservedContainer container, ContainerRef ref, ServiceName service, Reason reason) {
    return Draft.of(new Action.StopContainer(ref, service, timeout), reason)
        .providing(Fact.stopped(container));
  }

  /** What has to be done before something is done to a container that must not run. */
  public static List<Fact> before(ObservedContainer container) {
    return areNeeded(container) ? List.of(Fact.stopped(container)) : List.of();
  }
}
