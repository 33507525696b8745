package dev.fermata.planner.hook;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.hook.InitRuns.Company;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.request.UpOptions.Start;
import java.util.ArrayList;
import java.util.List;

/** Which containers an {@code up} starts, or makes for a start to come, as hooks see it. */
public final class InitDecision {
  private InitDecision() {}

  public static InitRuns runs(ProjectName project, ServiceDecision decision, Start start) {
    return new InitRuns(project, decision.service(), starting(decision, start), company(decision));
  }

  public static Company company(ServiceDecision decision) {
    boolean runs =
        decision.decisions().stream()
            .anyMatch(it -> it instanceof Decision.Keep keep && keep.container().state().mayRun());
    return runs ? Company.BESIDE_RUNNING : Company.ALONE;
  }

  private static List<ContainerRef> starting(ServiceDecision decision, Start start) {
    List<ContainerRef> starting = new ArrayList<>();
    for (Decision of : decision.decisions()) {
      switch (of) {
        case Decision.Making making -> starting.add(ContainerRef.named(making.name()));
        case Decision.Start it -> starting.add(decision.ref(it.container()));
        case Decision.Restart it -> starting.add(decision.ref(it.container()));
        case Decision.Keep keep -> {
          if (start == Start.CREATED && keep.container().state().mayStart()) {
            starting.add(decision.ref(keep.container()));
          }
        }
        case Decision.Remove remove -> {}
      }
    }
    return starting;
  }
}
