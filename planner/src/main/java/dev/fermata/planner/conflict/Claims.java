package dev.fermata.planner.conflict;

import dev.fermata.model.Namespace;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a project wants that containers of others may have: names of its own choice, ports of the
 * host ({@code 8080/tcp}), and containers to join.
 */
public record Claims(Set<String> names, Set<String> ports, Set<String> joined) {
  public static final Claims NONE = new Claims(Set.of(), Set.of(), Set.of());

  public Claims {
    names = Set.copyOf(names);
    ports = Set.copyOf(ports);
    joined = Set.copyOf(joined);
  }

  public static Claims of(Project project) {
    Set<String> names = new HashSet<>();
    Set<String> ports = new HashSet<>();
    Set<String> joined = new HashSet<>();
    for (Service service : project.services().values()) {
      if (service.lifecycle().replicas() > 0) {
        service.metadata().containerName().ifPresent(names::add);
        HostPort.fixed(project, service).forEach(port -> ports.add(key(port)));
        Partners.joins(service).stream()
            .map(Partners.Join::target)
            .filter(Namespace.OfContainer.class::isInstance)
            .forEach(target -> joined.add(((Namespace.OfContainer) target).container()));
      }
    }
    return new Claims(names, ports, joined);
  }

  private static String key(HostPort port) {
    return port.port() + "/" + port.protocol();
  }

  /** The containers to join alone. */
  public Claims joins() {
    return new Claims(Set.of(), Set.of(), joined);
  }

  /** Whether these containers have all of it, so that nobody else can. */
  public boolean areHeldBy(Collection<ObservedContainer> containers) {
    List<String> held = containers.stream().map(ObservedContainer::name).toList();
    return held.containsAll(names)
        && held.containsAll(joined)
        && (ports.isEmpty() || publishedBy(containers).containsAll(ports));
  }

  private static Set<String> publishedBy(Collection<ObservedContainer> containers) {
    return containers.stream()
        .filter(container -> container.state().equals(ContainerState.RUNNING))
        .flatMap(container -> container.listing().ports().stream())
        .map(port -> port.published() + "/" + port.protocol())
        .collect(Collectors.toSet());
  }
}
