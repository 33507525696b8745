package dev.fermata.planner.decision;

import static java.util.stream.Collectors.toSet;

import dev.fermata.model.Mount;
import dev.fermata.model.Namespace;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.graph.Partners.Join;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.plan.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a container is still tied to the containers that its service shares things with, once the
 * plan is carried out. What counts is the very container that it has joined: a partner may have
 * been made anew by a command that did not touch this one.
 */
final class Partnership {
  private static final String VOLUMES_FROM = "volumes_from";

  private final UpInput input;
  private final Map<ServiceName, ServiceDecision> decisions;

  /** {@code decisions} has those of all partners by the time that a service is asked for. */
  Partnership(UpInput input, Map<ServiceName, ServiceDecision> decisions) {
    this.input = input;
    this.decisions = decisions;
  }

  /** Why the container has to be made anew: it is tied to one that goes, or has gone. */
  Optional<Reason> broken(Service service, ObservedContainer container) {
    for (Join join : Partners.joins(service)) {
      if (isBroken(service, container, join)) {
        return Optional.of(reason(join));
      }
    }
    return brokenLink(service, container);
  }

  private Reason reason(Join join) {
    return partner(join)
        .<Reason>map(partner -> new Reason.Follows(partner, join.attribute()))
        .orElseGet(() -> new Reason.ResourceChanged("the container that it joins"));
  }

  /** Empty for a container that somebody else cares for. */
  private Optional<ServiceName> partner(Join join) {
    return switch (join.target()) {
      case Namespace.OfService of -> Optional.of(of.service());
      case Namespace.OfContainer of -> Partners.owner(input.project(), of.container());
      case Namespace.Named named -> Optional.empty();
    };
  }

  private boolean isBroken(Service service, ObservedContainer container, Join join) {
    return switch (join.target()) {
      case Namespace.Named named -> false;
      case Namespace.OfService of when join.attribute().equals(VOLUMES_FROM) ->
          renewsFirst(of.service()) || !hasVolumesOf(service, container, of.service());
      case Namespace.OfService of ->
          container
              .joined(join.attribute())
              .map(id -> staying(of.service()).noneMatch(partner -> is(partner, id)))
              .orElseGet(() -> renewsFirst(of.service()) || isOlder(container, of.service()));
      case Namespace.OfContainer of -> isReplaced(container, join.attribute(), of.container());
    };
  }

  /** The containers of a service that are there and are not made anew. */
  private Stream<ObservedContainer> staying(ServiceName service) {
    ServiceDecision decision = decisions.get(service);
    return decision == null ? input.inventory().replicas(service).stream() : decision.staying();
  }

  private static boolean is(ObservedContainer container, String handle) {
    return container.id().startsWith(handle) || container.name().equals(handle);
  }

  private boolean renewsFirst(ServiceName service) {
    ServiceDecision decision = decisions.get(service);
    return decision != null && decision.renewsFirst();
  }

  /** Where no id tells: what shares a namespace is always the younger one. */
  private boolean isOlder(ObservedContainer container, ServiceName partner) {
    return input.inventory().replicas(partner).stream()
        .limit(1)
        .anyMatch(other -> other.listing().created().isAfter(container.listing().created()));
  }

  /**
   * Whether the container has what its partner has mounted. The engine keeps the partner's name
   * alone, so the volumes tell.
   */
  private boolean hasVolumesOf(Service service, ObservedContainer container, ServiceName partner) {
    Set<String> own = service.storage().mounts().stream().map(Mount::target).collect(toSet());
    boolean several = service.storage().volumesFrom().size() > 1;
    return several
        || input.inventory().replicas(partner).stream()
            .limit(1)
            .flatMap(other -> other.mounts().stream())
            .filter(mount -> mount.volume().isPresent() && !own.contains(mount.target()))
            .allMatch(mount -> isMounted(container, mount));
  }

  private static boolean isMounted(ObservedContainer container, ObservedMount wanted) {
    return container.mounts().stream()
        .filter(mount -> mount.target().equals(wanted.target()))
        .map(ObservedMount::volume)
        .anyMatch(wanted.volume()::equals);
  }

  /** A container by its own name: one of this project, or one that somebody else cares for. */
  private boolean isReplaced(ObservedContainer container, String attribute, String name) {
    if (decisions.values().stream().anyMatch(decision -> decision.makes(name))) {
      return true;
    }
    Optional<String> now = input.inventory().named(name).map(ObservedContainer::id);
    return now.isPresent()
        && container.joined(attribute).filter(id -> !now.get().startsWith(id)).isPresent();
  }

  /**
   * On the engine's default network a link is to one container, and gone with it; elsewhere it is a
   * name, which the next one has too.
   */
  private Optional<Reason> brokenLink(Service service, ObservedContainer container) {
    boolean bound =
        service
            .networking()
            .mode()
            .filter(mode -> mode instanceof Namespace.Named(String name) && name.equals("bridge"))
            .isPresent();
    if (!bound) {
      return Optional.empty();
    }
    return service.networking().links().stream()
        .map(link -> link.service())
        .filter(linked -> renewsFirst(linked) || isOlder(container, linked))
        .findFirst()
        .map(linked -> new Reason.Follows(linked, "links"));
  }

  /** Why it has to start again: a namespace that it shares begins anew with its owner. */
  Optional<Reason> renewed(Service service) {
    return Partners.namespaces(service).stream()
        .filter(join -> partner(join).filter(this::startsFirst).isPresent())
        .findFirst()
        .map(this::reason);
  }

  private boolean startsFirst(ServiceName service) {
    ServiceDecision decision = decisions.get(service);
    return decision != null && decision.startsFirst();
  }
}
