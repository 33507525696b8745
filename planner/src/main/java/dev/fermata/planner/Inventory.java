package dev.fermata.planner;

import static java.util.stream.Collectors.groupingBy;

import dev.fermata.model.ImageRef;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is there, by name. */
final class Inventory {
  private static final Comparator<ObservedContainer> BY_NUMBER =
      Comparator.comparingInt(ObservedContainer::number).thenComparing(ObservedContainer::name);

  private final Observed observed;
  private final Map<ServiceName, List<ObservedContainer>> replicas;
  private final Map<String, ObservedNetwork> networks = new HashMap<>();
  private final Map<String, ObservedVolume> volumes = new HashMap<>();

  Inventory(Observed observed) {
    this.observed = observed;
    this.replicas =
        observed.containers().stream()
            .filter(container -> !container.oneOff())
            .sorted(BY_NUMBER)
            .collect(groupingBy(ObservedContainer::service));
    observed.networks().forEach(network -> networks.putIfAbsent(network.name(), network));
    observed.volumes().forEach(volume -> volumes.putIfAbsent(volume.name(), volume));
  }

  List<ObservedContainer> containers() {
    return observed.containers();
  }

  List<ObservedNetwork> networks() {
    return observed.networks();
  }

  List<ObservedVolume> volumes() {
    return observed.volumes();
  }

  /** The containers of a service by number, without one-offs. */
  List<ObservedContainer> replicas(ServiceName service) {
    return replicas.getOrDefault(service, List.of());
  }

  Optional<ObservedNetwork> network(String name) {
    return Optional.ofNullable(networks.get(name));
  }

  Optional<ObservedVolume> volume(String name) {
    return Optional.ofNullable(volumes.get(name));
  }

  Optional<ObservedImage> image(ImageRef image) {
    return Optional.ofNullable(observed.images().get(image.familiar()));
  }
}
