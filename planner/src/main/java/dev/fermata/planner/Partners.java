package dev.fermata.planner;

import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Namespace;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage.VolumesFrom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The services whose very containers a service is tied to: it shares a namespace or the volumes of
 * one, so that it has to be made anew with it.
 */
final class Partners {
  private static final Set<String> NAMESPACES = Set.of("network_mode", "pid", "ipc");

  private Partners() {}

  /** The partners of a service, and the attribute that ties it to each. */
  static SortedMap<ServiceName, String> of(Service service) {
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
  static Set<String> outside(Service service) {
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
  static Optional<String> namespace(Dependency dependency) {
    return dependency.implied().filter(Partners::isNamespace);
  }

  /** Whether what an attribute shares is there only while the other container runs. */
  static boolean isNamespace(String attribute) {
    return NAMESPACES.contains(attribute);
  }

  private static void put(
      SortedMap<ServiceName, String> partners, Optional<Namespace> namespace, String attribute) {
    if (namespace.orElse(null) instanceof Namespace.OfService of) {
      partners.put(of.service(), attribute);
    }
  }

  static List<Dependency> dependencies(Service service) {
    return of(service).entrySet().stream()
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
}
