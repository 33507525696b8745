package dev.fermata.planner.container;

import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.Leftovers;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Draft.Reversal;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.stop.StopSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The old container gives its place to the new one, which has its name, its ports and its volumes.
 * Each step is safe to be the last one: the new container is there before the old one gives way,
 * the old one runs on until all that the new one waits for is ready, and goes when the new one has
 * started. Where that fails, the old one gets its name back and is started again.
 */
record InPlaceRecreation(ContainerDrafts drafts, StopSteps stops) implements Recreation {

  @Override
  public void add(ServiceDecision decision, Decision.Recreate recreate) {
    new OneContainer(decision, recreate, drafts.specs().successor(decision.service(), recreate))
        .add();
  }

  private final class OneContainer {
    private final ServiceDecision decision;
    private final Decision.Recreate recreate;
    private final ContainerSpec spec;
    private final ObservedContainer old;
    private final Reason reason;

    private OneContainer(ServiceDecision decision, Decision.Recreate recreate, ContainerSpec spec) {
      this.decision = decision;
      this.recreate = recreate;
      this.spec = spec;
      this.old = recreate.container();
      this.reason = new Reason.Replaces(old.name());
    }

    private void add() {
      boolean stoppedBefore = stops.stops(old);
      List<Fact> ready = ready();
      Optional<Draft> restored = drafts.rename(decision, old);
      restored.ifPresent(drafts.steps()::add);
      Draft create = drafts.create(decision.service(), spec, recreate.reason());
      add(restored.isPresent() ? create.requiring(Fact.nameRestored(old)) : create);

      ready.add(Fact.named(spec.name()));
      if (stoppedBefore) {
        ready.addAll(stops.stop(decision, recreate, List.of()));
      } else {
        ready = stops.stop(decision, recreate, ready);
      }
      add(step(aside()).requiring(ready).providing(Fact.setAside(old)));
      add(
          step(new Action.RenameContainer(spec.ref(), recreate.name()))
              .requiring(Fact.nameFree(recreate.name()), Fact.setAside(old))
              .providing(Fact.named(recreate.name())));
      if (drafts.startsNew()) {
        start();
      }
      var remove =
          new Action.RemoveContainer(away(), decision.service().name(), AnonymousVolumes.KEEP);
      add(
          step(remove)
              .requiring(
                  drafts.startsNew()
                      ? drafts.postStart(decision, next()).started()
                      : Fact.named(recreate.name()))
              .providing(Fact.removed(old)));
    }

    /** What has to be so before the old one gives way, beside that the new one is there. */
    private List<Fact> ready() {
      List<Fact> ready = new ArrayList<>();
      if (drafts.startsNew()) {
        ready.addAll(drafts.gates(decision));
        ready.addAll(drafts.ports(decision));
        ready.remove(Fact.portsFree(old));
      }
      return ready;
    }

    private void start() {
      Fact made = Fact.named(recreate.name());
      if (drafts.needsFiles(decision.service())) {
        add(drafts.inject(decision.service(), next(), reason).requiring(made));
        made = Fact.filesWritten(next());
      }
      add(drafts.start(decision, next(), reason).requiring(made).otherwise(back()));
      drafts.postStart(decision, next()).drafts().forEach(this::add);
    }

    /** The old one gets its name and runs again if it did; the new one goes, which never ran. */
    private List<Reversal> back() {
      List<Reversal> back = new ArrayList<>();
      back.add(
          new Reversal(
              Fact.named(recreate.name()), new Action.RenameContainer(next(), spec.name())));
      back.add(
          new Reversal(
              Fact.setAside(old), new Action.RenameContainer(decision.ref(old), recreate.name())));
      if (stops.stops(old)) {
        var named = new ContainerRef(recreate.name(), Optional.of(old.id()));
        back.add(new Reversal(Fact.stopped(old), drafts.starting(decision, named)));
      }
      var remove =
          new Action.RemoveContainer(
              spec.ref(), decision.service().name(), AnonymousVolumes.REMOVE);
      back.add(new Reversal(Fact.named(spec.name()), remove));
      return back;
    }

    private Action aside() {
      return new Action.RenameContainer(decision.ref(old), away().name());
    }

    private ContainerRef away() {
      return new ContainerRef(Leftovers.nameAside(old, recreate.name()), Optional.of(old.id()));
    }

    private ContainerRef next() {
      return ContainerRef.named(recreate.name());
    }

    private Draft step(Action action) {
      return Draft.of(action, reason);
    }

    private void add(Draft draft) {
      drafts.steps().add(draft.in(recreate.name()));
    }
  }
}
