package dev.fermata.planner.input;

import static java.util.stream.Collectors.toCollection;

import dev.fermata.model.Checks;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The containers that are there, which of them a command is about, and their order: all that
 * commands go by which make nothing.
 */
public record ExistingContainers(
    ProjectName name, Scope scope, Inventory inventory, ServiceGraph graph) {
  private static final Set<ContainerState> LOST =
      Set.of(ContainerState.REMOVING, ContainerState.DEAD);

  public static ExistingContainers of(ProjectName name, Scope scope, Observed observed) {
    Inventory inventory = new Inventory(observed);
    return new ExistingContainers(
        name, scope, inventory, ServiceGraph.of(scope.project(), inventory.containers()));
  }

  /** The replicas that the command is about, those of dependencies first. */
  public List<ObservedContainer> meant() {
    return of(services());
  }

  /** The services that the command is about. */
  public Set<ServiceName> services() {
    return graph.order().stream().filter(scope::includes).collect(toCollection(LinkedHashSet::new));
  }

  /** The same, and what they depend on as far as the command may reach. */
  public Set<ServiceName> servicesWithDependencies() {
    return graph.withDependencies(services()).stream()
        .filter(scope::reaches)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** The replicas of services, those of dependencies first. */
  public List<ObservedContainer> of(Set<ServiceName> services) {
    return graph.order().stream()
        .filter(services::contains)
        .flatMap(service -> inventory.replicas(service).stream())
        .toList();
  }

  /** Whether a service that the model wants a container of has none that could ever run. */
  public boolean lacks(ServiceName service) {
    boolean wanted = service(service).filter(s -> s.lifecycle().replicas() > 0).isPresent();
    return wanted && inventory.replicas(service).stream().allMatch(c -> LOST.contains(c.state()));
  }

  /** What the model says of a service, active or not. */
  public Optional<Service> service(ServiceName name) {
    return scope
        .project()
        .flatMap(p -> Optional.ofNullable(p.services().get(name)).or(() -> disabled(p, name)));
  }

  private static Optional<Service> disabled(Project project, ServiceName name) {
    return Optional.ofNullable(project.disabled().get(name));
  }

  public Optional<Checks> checks(ServiceName name) {
    return service(name).map(Service::checks);
  }
}
