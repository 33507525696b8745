package dev.fermata.planner;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** The services whose end others wait for: what they have done once is not done again. */
record Jobs(Set<ServiceName> services) {
  Jobs {
    services = Set.copyOf(services);
  }

  static Jobs of(ServiceGraph graph) {
    Set<ServiceName> jobs = new HashSet<>();
    for (ServiceName service : graph.order()) {
      graph.dependencies(service).stream()
          .filter(dependency -> dependency.condition() == Condition.COMPLETED)
          .forEach(dependency -> jobs.add(dependency.service()));
    }
    return new Jobs(jobs);
  }

  boolean isDone(ObservedContainer container) {
    return services.contains(container.service()) && container.exitCode().equals(OptionalInt.of(0));
  }
}
