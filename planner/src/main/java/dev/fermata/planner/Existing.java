package dev.fermata.planner;

import dev.fermata.model.Health;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The containers that are there, and their order: all that commands go by which make nothing. */
record Existing(
    ProjectName name, Optional<Project> project, Inventory inventory, ServiceGraph graph) {

  static Existing of(ProjectName name, Optional<Project> project, Observed observed) {
    Inventory inventory = new Inventory(observed);
    return new Existing(name, project, inventory, ServiceGraph.of(project, inventory.containers()));
  }

  /** The replicas of the named services, or of all, those of dependencies first. */
  List<ObservedContainer> of(Set<ServiceName> services) {
    return graph.order().stream()
        .filter(service -> services.isEmpty() || services.contains(service))
        .flatMap(service -> inventory.replicas(service).stream())
        .toList();
  }

  Optional<Health> health(ServiceName service) {
    return project.map(p -> p.services().get(service)).flatMap(Service::health);
  }
}
