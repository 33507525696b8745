package dev.fermata.planner.container;

import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.hook.InitDecision;
import dev.fermata.planner.hook.InitRuns;
import dev.fermata.planner.hook.InitRuns.Company;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Containers that run to their end before a service starts. They are made as soon as the container
 * is there whose mounts they share, run when it could start, and go when they have ended well: one
 * that failed stays to be looked at, until the next time.
 */
record InitSteps(ContainerDrafts drafts) {
  private static final Reason REASON = new Reason.Asked("pre_start");

  void add(ServiceDecision decision) {
    if (InitDecision.company(decision) == Company.ALONE) {
      drafts.input().inventory().hooks(decision.service().name()).forEach(this::clear);
    }
    for (InitRuns.Run run : drafts.init(decision).all()) {
      add(decision, run);
    }
  }

  /** What an earlier run left. */
  private void clear(ObservedContainer container) {
    if (container.state().equals(ContainerState.REMOVING)) {
      return;
    }
    var remove =
        new Action.RemoveContainer(container.ref(), container.service(), AnonymousVolumes.REMOVE);
    drafts
        .steps()
        .add(
            Draft.of(remove, REASON)
                .providing(Fact.removed(container), Fact.nameFree(container.name())));
  }

  private void add(ServiceDecision decision, InitRuns.Run run) {
    ContainerSpec spec = drafts.specs().init(run);
    Draft create = drafts.create(run.hook().container(), spec, REASON);
    drafts.steps().add(create.requiring(Fact.named(run.target().name())));
    if (drafts.startsNew()) {
      start(decision, run, made(run, spec));
    }
  }

  private Fact made(InitRuns.Run run, ContainerSpec spec) {
    if (!drafts.needsFiles(run.hook().container())) {
      return Fact.named(spec.name());
    }
    Draft inject = drafts.inject(run.hook().container(), spec.ref(), REASON);
    drafts.steps().add(inject.requiring(Fact.named(spec.name())));
    return Fact.filesWritten(spec.ref());
  }

  private void start(ServiceDecision decision, InitRuns.Run run, Fact made) {
    var service = decision.service().name();
    var action = new Action.RunInitContainer(run.container(), service, run.index());
    drafts
        .steps()
        .add(
            Draft.of(action, REASON)
                .requiring(made)
                .requiring(run.after())
                .requiring(drafts.gates(decision))
                .requiring(quiet(decision))
                .providing(run.done()));
    var remove = new Action.RemoveContainer(run.container(), service, AnonymousVolumes.REMOVE);
    drafts.steps().add(Draft.of(remove, REASON).requiring(run.done()));
  }

  /** No container of the service runs that is about to be another one, or to start anew. */
  private static List<Fact> quiet(ServiceDecision decision) {
    List<Fact> quiet = new ArrayList<>();
    for (Decision of : decision.decisions()) {
      if (of instanceof Decision.Making making) {
        quiet.add(Fact.named(making.name()));
      }
      if (of instanceof Decision.Restart restart) {
        quiet.add(Fact.stopped(restart.container()));
      }
    }
    return quiet;
  }
}
