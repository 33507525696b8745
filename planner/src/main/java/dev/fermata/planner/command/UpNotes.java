package dev.fermata.planner.command;

import dev.fermata.model.Rerun;
import dev.fermata.model.Service;
import dev.fermata.planner.conflict.PausedContainers;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.graph.Jobs;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.planner.request.UpOptions.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a plan of {@code up} says of containers that it leaves as they are. */
record UpNotes(UpInput input, Collection<ServiceDecision> decisions, StepList steps) {

  void addAll() {
    leaveRunning();
    notePaused();
    noteDone();
    noteLeftBehind();
  }

  private void leaveRunning() {
    for (ServiceDecision decision : decisions) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Keep(ObservedContainer container)
            && container.state().equals(ContainerState.RUNNING)) {
          steps.leave(new Untouched(container.ref(), Untouched.State.RUNNING));
        }
      }
    }
  }

  private void notePaused() {
    for (ServiceDecision decision : decisions) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Keep(ObservedContainer container)
            && container.state().equals(ContainerState.PAUSED)) {
          steps.note(PausedContainers.note(container));
        }
      }
    }
  }

  /** That a job is not run is told: whoever expects it to has to know why. */
  private void noteDone() {
    if (input.options().starting().start() == Start.CREATED) {
      return;
    }
    Jobs jobs = Jobs.of(input.graph());
    for (ServiceDecision decision : decisions) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Keep(ObservedContainer container) && jobs.isDone(container)) {
          steps.note(done(decision.service(), container));
        }
      }
    }
  }

  private String done(Service service, ObservedContainer container) {
    String why =
        input.options().reruns().policy(service) == Rerun.NEVER
            ? "and is not run again (`x-fermata: rerun: never`)"
            : "nothing has changed since; `--rerun-jobs` runs it again";
    return "`%s`: done %s, %s".formatted(service.name(), container.since(), why);
  }

  private void noteLeftBehind() {
    List<ObservedContainer> anew = new ArrayList<>();
    List<ObservedContainer> along = new ArrayList<>();
    for (ServiceDecision decision : decisions) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Starting) {
          of.there().ifPresent(anew::add);
        }
        if (!(of instanceof Decision.Keep)) {
          of.there().ifPresent(along::add);
        }
      }
    }
    new LeftBehind(input.inventory(), steps).note(anew, along);
  }
}
