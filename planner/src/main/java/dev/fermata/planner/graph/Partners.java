package dev.fermata.planner.graph;

import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Namespace;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage.VolumesFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The services whose very containers a service is tied to: it shares a namespace or the volumes of
 * one, so that it has to be made anew with it.
 */
public final class Partners {
  private static final Set<String> NAMESPACES = Set.of("network_mode", "pid", "ipc");

  private Partners() {}

  /** A container that a service is tied to, and the attribute that says so. */
  public record Join(String attribute, Namespace target) {}

  /** All that a service is tied to; {@code volumes_from} may be there several times. */
  public static List<Join> joins(Service service) {
    List<Join> joins = new ArrayList<>(namespaces(service));
    service
        .storage()
        .volumesFrom()
        .forEach(from -> joins.add(new Join("volumes_from", from.source())));
    return joins;
  }

  /** The namespaces that it shares with other containers. */
  public static List<Join> namespaces(Service service) {
    List<Join> joins = new ArrayList<>();
    service.networking().mode().ifPresent(target -> joins.add(new Join("network_mode", target)));
    service.security().pid().ifPresent(target -> joins.add(new Join("pid", target)));
    service.security().ipc().ifPresent(target -> joins.add(new Join("ipc", target)));
    joins.removeIf(join -> join.target() instanceof Namespace.Named);
    return joins;
  }

  /** The partners of a service, and the attribute that ties it to each. */
  public static SortedMap<ServiceName, String> of(Service service) {
    SortedMap<ServiceName, String> partners = new TreeMap<>();
    for (VolumesFrom from : service.storage().volumesFrom()) {
      put(partners, Optional.of(from.source()), "volumes_from");
    }
    put(partners, service.security().pid(), "pid");
    put(partners, service.security().ipc(), "ipc");
    put(partners, service.networking().mode(), "network_mode");
    return partners;
  }

  /** The containers that it is tied to by their own names. */
  public static Set<String> outside(Service service) {
    Set<String> names = new TreeSet<>();
    service.networking().externalLinks().forEach(link -> names.add(link.split(":", 2)[0]));
    Stream.concat(
            service.storage().volumesFrom().stream().map(VolumesFrom::source),
            Stream.of(
                    service.security().pid(), service.security().ipc(), service.networking().mode())
                .flatMap(Optional::stream))
        .filter(Namespace.OfContainer.class::isInstance)
        .forEach(other -> names.add(((Namespace.OfContainer) other).container()));
    return names;
  }

  /** The attribute by which a dependency shares a namespace, if it does. */
  public static Optional<String> namespace(Dependency dependency) {
    return dependency.implied().filter(Partners::isNamespace);
  }

  /** Whether what an attribute shares is there only while the other container runs. */
  public static boolean isNamespace(String attribute) {
    return NAMESPACES.contains(attribute);
  }

  private static void put(
      SortedMap<ServiceName, String> partners, Optional<Namespace> namespace, String attribute) {
    if (namespace.orElse(null) instanceof Namespace.OfService of) {
      partners.put(of.service(), attribute);
    }
  }

  /** Whoever is tied to a container needs it there, also where it is told by its own name. */
  static List<Dependency> dependencies(Project project, Service service) {
    SortedMap<ServiceName, String> partners = of(service);
    for (Join join : joins(service)) {
      if (join.target() instanceof Namespace.OfContainer(String container)) {
        owner(project, container).ifPresent(it -> partners.putIfAbsent(it, join.attribute()));
      }
    }
    return partners.entrySet().stream()
        .map(partner ->
            new Dependency(
                partner.getKey(),
                Condition.STARTED,
                false,
                false,
                true,
                Optional.of(partner.getValue())))
        .toList();
  }

  /** The service of the project that has a container of this name. */
  public static Optional<ServiceName> owner(Project project, String container) {
    return project.services().values().stream()
        .filter(service -> isNameOf(project, service, container))
        .map(Service::name)
        .findFirst();
  }

  private static boolean isNameOf(Project project, Service service, String container) {
    return IntStream.rangeClosed(1, service.lifecycle().replicas())
        .anyMatch(number -> service.containerName(project.name(), number).equals(container));
  }
}
