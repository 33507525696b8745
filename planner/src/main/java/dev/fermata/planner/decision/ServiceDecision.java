package dev.fermata.planner.decision;

import dev.fermata.model.Service;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is to become of the containers of a service. {@code renames} maps the ids of containers that
 * are still under a temporary name to the names they get first.
 */
public record ServiceDecision(
    Service service, List<Decision> decisions, SortedMap<String, String> renames) {
  public ServiceDecision {
    decisions = List.copyOf(decisions);
    renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
  }

  public boolean starts() {
    return decisions.stream().anyMatch(Decision.Starting.class::isInstance);
  }

  /** Whether its first container, the one that others share things with, is a new one. */
  boolean renewsFirst() {
    return decisions.stream()
        .filter(Decision.Lasting.class::isInstance)
        .findFirst()
        .filter(Decision.Making.class::isInstance)
        .isPresent();
  }

  /** Whether that container starts in this plan, so that its namespaces are new ones. */
  boolean startsFirst() {
    return decisions.stream()
        .filter(Decision.Lasting.class::isInstance)
        .findFirst()
        .filter(Decision.Starting.class::isInstance)
        .isPresent();
  }

  /** The containers that are there and stay the same ones. */
  Stream<ObservedContainer> staying() {
    return decisions.stream()
        .filter(decision ->
            decision instanceof Decision.Lasting && !(decision instanceof Decision.Making))
        .flatMap(decision -> decision.there().stream());
  }

  /** Whether a container of this name is made. */
  boolean makes(String name) {
    return decisions.stream()
        .anyMatch(
            decision -> decision instanceof Decision.Making making && making.name().equals(name));
  }

  /** Whether a container that runs gives way, if only for a moment. */
  boolean interrupts() {
    return decisions.stream()
        .filter(Decision.Starting.class::isInstance)
        .anyMatch(f -> !(f instanceof Decision.Create) && !(f instanceof Decision.Start));
  }

  public boolean creates() {
    return decisions.stream().anyMatch(Decision.Making.class::isInstance);
  }

  /** The containers that the service has in the end, under their final names. */
  public List<ContainerRef> containers() {
    return decisions.stream().flatMap(this::lasting).toList();
  }

  private Stream<ContainerRef> lasting(Decision decision) {
    return switch (decision) {
      case Decision.Making making -> Stream.of(ContainerRef.named(making.name()));
      case Decision.Keep keep -> Stream.of(ref(keep.container()));
      case Decision.Start start -> Stream.of(ref(start.container()));
      case Decision.Restart restart -> Stream.of(ref(restart.container()));
      case Decision.Remove remove -> Stream.empty();
    };
  }

  /** A container that is there, by the name that it has once it is renamed. */
  public ContainerRef ref(ObservedContainer container) {
    String name = renames.getOrDefault(container.id(), container.name());
    return new ContainerRef(name, Optional.of(container.id()));
  }
}
