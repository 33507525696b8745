package dev.fermata.planner.graph;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The services whose end others wait for. */
public record Jobs(Set<ServiceName> services) {
  public Jobs {
    services = Set.copyOf(services);
  }

  public static Jobs of(ServiceGraph graph) {
    Set<ServiceName> jobs = new HashSet<>();
    for (ServiceName service : graph.order()) {
      graph.dependencies(service).stream()
          .filter(dependency -> dependency.condition() == Condition.COMPLETED)
          .forEach(dependency -> jobs.add(dependency.service()));
    }
    return new Jobs(jobs);
  }

  /** The containers of jobs that have done their work, and may have to do it again. */
  public static List<ObservedContainer> done(Project project, Observed observed) {
    List<ObservedContainer> ended =
        observed.containers().stream()
            .filter(container -> !container.oneOff())
            .filter(container -> container.exitCode().equals(OptionalInt.of(0)))
            .toList();
    if (ended.isEmpty()) {
      return ended;
    }
    Jobs jobs = of(ServiceGraph.of(project));
    return ended.stream().filter(jobs::isDone).toList();
  }

  public boolean isDone(ObservedContainer container) {
    return services.contains(container.service()) && container.exitCode().equals(OptionalInt.of(0));
  }
}
