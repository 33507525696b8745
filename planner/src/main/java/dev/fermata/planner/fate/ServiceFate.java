package dev.fermata.planner.fate;

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
public record ServiceFate(Service service, List<Fate> fates, SortedMap<String, String> renames) {
  public ServiceFate {
    fates = List.copyOf(fates);
    renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
  }

  public boolean starts() {
    return fates.stream().anyMatch(Fate.Starting.class::isInstance);
  }

  /** Whether its first container, the one that others share things with, is a new one. */
  boolean renewsFirst() {
    return fates.stream()
        .filter(Fate.Lasting.class::isInstance)
        .findFirst()
        .filter(Fate.Making.class::isInstance)
        .isPresent();
  }

  /** Whether that container starts in this plan, so that its namespaces are new ones. */
  boolean startsFirst() {
    return fates.stream()
        .filter(Fate.Lasting.class::isInstance)
        .findFirst()
        .filter(Fate.Starting.class::isInstance)
        .isPresent();
  }

  /** The containers that are there and stay the same ones. */
  Stream<ObservedContainer> staying() {
    return fates.stream()
        .filter(fate -> fate instanceof Fate.Lasting && !(fate instanceof Fate.Making))
        .flatMap(fate -> fate.there().stream());
  }

  /** Whether a container of this name is made. */
  boolean makes(String name) {
    return fates.stream()
        .anyMatch(fate -> fate instanceof Fate.Making making && making.name().equals(name));
  }

  /** Whether a container that runs gives way, if only for a moment. */
  boolean interrupts() {
    return fates.stream()
        .filter(Fate.Starting.class::isInstance)
        .anyMatch(f -> !(f instanceof Fate.Create) && !(f instanceof Fate.Start));
  }

  public boolean creates() {
    return fates.stream().anyMatch(Fate.Making.class::isInstance);
  }

  /** The containers that the service has in the end, under their final names. */
  public List<ContainerRef> containers() {
    return fates.stream().flatMap(this::lasting).toList();
  }

  private Stream<ContainerRef> lasting(Fate fate) {
    return switch (fate) {
      case Fate.Making making -> Stream.of(ContainerRef.named(making.name()));
      case Fate.Keep keep -> Stream.of(ref(keep.container()));
      case Fate.Start start -> Stream.of(ref(start.container()));
      case Fate.Restart restart -> Stream.of(ref(restart.container()));
      case Fate.Remove remove -> Stream.empty();
    };
  }

  /** A container that is there, by the name that it has once it is renamed. */
  public ContainerRef ref(ObservedContainer container) {
    String name = renames.getOrDefault(container.id(), container.name());
    return new ContainerRef(name, Optional.of(container.id()));
  }
}
