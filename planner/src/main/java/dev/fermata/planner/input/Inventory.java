package dev.fermata.planner.input;

import static java.util.stream.Collectors.groupingBy;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.BuildInputs;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.planner.plan.Fact;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What is there, by name. */
public final class Inventory {
  private static final Comparator<ObservedContainer> BY_NUMBER =
      Comparator.comparingInt(ObservedContainer::number).thenComparing(ObservedContainer::name);

  private static final int SHORT_ID = 12;

  private final Observed observed;
  private final Map<ServiceName, List<ObservedContainer>> replicas;
  private final Map<String, List<ObservedNetwork>> networks;
  private final Map<String, ObservedVolume> volumes = new HashMap<>();

  public Inventory(Observed observed) {
    this.observed = observed;
    this.replicas =
        observed.containers().stream()
            .filter(container -> !container.oneOff())
            .sorted(BY_NUMBER)
            .collect(groupingBy(ObservedContainer::service));
    this.networks =
        observed.networks().stream()
            .sorted(
                Comparator.comparingLong(this::joined)
                    .reversed()
                    .thenComparing(ObservedNetwork::id))
            .collect(groupingBy(ObservedNetwork::name));
    observed.volumes().forEach(volume -> volumes.putIfAbsent(volume.name(), volume));
  }

  private long joined(ObservedNetwork network) {
    return observed.containers().stream().filter(network::holds).count();
  }

  /** The last life of a container that has done its work, where somebody looked at it. */
  public Optional<EndedJob> endedJob(ObservedContainer container) {
    return Optional.ofNullable(observed.endedJobs().get(container.id()));
  }

  /** The files that services need, and that are not there. */
  public Set<String> missingFiles() {
    return observed.missingFiles();
  }

  public List<ObservedContainer> containers() {
    return observed.containers();
  }

  public List<ObservedNetwork> networks() {
    return observed.networks();
  }

  public List<ObservedVolume> volumes() {
    return observed.volumes();
  }

  /** The containers of a service by number, without one-offs. */
  public List<ObservedContainer> replicas(ServiceName service) {
    return replicas.getOrDefault(service, List.of());
  }

  /** What runs, or ran, for hooks of a service. */
  public List<ObservedContainer> hooks(ServiceName service) {
    return observed.containers().stream()
        .filter(container -> container.isHook() && container.service().equals(service))
        .sorted(BY_NUMBER)
        .toList();
  }

  /** A container of any project by its name or id. */
  public Optional<ObservedContainer> named(String handle) {
    return Stream.concat(observed.containers().stream(), observed.neighbours().stream())
        .filter(container -> container.name().equals(handle) || isIdOf(container, handle))
        .findFirst();
  }

  private static boolean isIdOf(ObservedContainer container, String handle) {
    return container.id().equals(handle)
        || (handle.length() >= SHORT_ID && container.id().startsWith(handle));
  }

  /** The containers of others, as far as they were looked at. */
  public List<ObservedContainer> neighbours() {
    return observed.neighbours();
  }

  /** Whether something is so already that a plan may require. */
  public boolean has(Fact fact) {
    return switch (fact.kind()) {
      case IMAGE_READY -> observed.images().containsKey(fact.of().split(" ", 2)[0]);
      case NETWORK_READY -> networks.containsKey(fact.of());
      case VOLUME_READY -> volumes.containsKey(fact.of());
      case NAMED -> named(fact.of()).isPresent();
      case NAME_RESTORED, FILES_WRITTEN, STOPPED, BEGUN, HOOK_RUN, SET_ASIDE -> false;
      case NETWORK_REMOVED, VOLUME_REMOVED, READY, RUNS, REMOVED, CALLED -> false;
      case NAME_FREE,
          PORTS_FREE,
          CLEARED,
          NETWORK_LEFT,
          ADDRESS_LEFT,
          VOLUME_LEFT,
          CONNECTED,
          NETWORK_UNIQUE ->
          false;
    };
  }

  public Optional<ObservedNetwork> network(String name) {
    return namesakes(name).stream().findFirst();
  }

  /**
   * All networks of one name: engines do not keep two calls apart that make one at the same time.
   * The first is the one to keep, which most containers are joined to; where that says nothing, it
   * is the same one for everybody who looks.
   */
  public List<ObservedNetwork> namesakes(String name) {
    return networks.getOrDefault(name, List.of());
  }

  public Optional<ObservedVolume> volume(String name) {
    return Optional.ofNullable(volumes.get(name));
  }

  /** By name, or by id what has none. */
  public SortedMap<String, ObservedImage> images() {
    return observed.images();
  }

  /** For whatever platform it is. */
  public Optional<ObservedImage> image(ImageRef image) {
    return Optional.ofNullable(observed.images().get(image.familiar()));
  }

  /** The image that containers of a service can be made from: one for its platform. */
  public Optional<ObservedImage> image(Service service) {
    Optional<Platform> wanted = service.lifecycle().platform();
    return image(service.image()).filter(image -> wanted.map(image::isAcceptedFor).orElse(true));
  }

  /** What builds are planned from. */
  public BuildInputs builds() {
    return observed.builds();
  }

  public ImageStore imageStore() {
    return observed.imageStore();
  }
}
