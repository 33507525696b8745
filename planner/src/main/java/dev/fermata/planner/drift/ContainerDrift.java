package dev.fermata.planner.drift;

import dev.fermata.model.Mount;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.plan.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a container is not what its service wants, if it is not. */
public final class ContainerDrift {
  private final UpInput input;
  private final Set<String> drifted;
  private final FieldDrift drift;

  public ContainerDrift(UpInput input, Set<String> drifted) {
    this.input = input;
    this.drifted = drifted;
    this.drift = new FieldDrift(input.fingerprints());
  }

  public Optional<Reason> of(Service service, ObservedContainer container) {
    List<FieldChange> changes = drift.of(service, container, partners(service));
    if (!changes.isEmpty()) {
      return Optional.of(new Reason.Changed(changes));
    }
    return network(service, container)
        .or(() -> volume(service, container))
        .or(() -> image(service, container))
        .or(() -> MountedImages.change(input, service, container));
  }

  private Map<ServiceName, String> partners(Service service) {
    Map<ServiceName, String> ids = new HashMap<>();
    for (ServiceName partner : Partners.of(service).keySet()) {
      input.inventory().replicas(partner).stream()
          .findFirst()
          .ifPresent(container -> ids.put(partner, container.id()));
    }
    return ids;
  }

  private Optional<Reason> image(Service service, ObservedContainer container) {
    return input
        .inventory()
        .image(service)
        .filter(image -> !image.isRunBy(container))
        .map(ObservedImage::id)
        .map(id -> new Reason.ImageChanged(service.image().text(), container.imageId(), id));
  }

  private Optional<Reason> network(Service service, ObservedContainer container) {
    return service.networking().attachments().stream()
        .map(this::networkName)
        .filter(name -> !isConnected(container, name))
        .findFirst()
        .map(name -> new Reason.ResourceChanged("network " + name));
  }

  /**
   * Whether the endpoint is there and leads to the network of today; one on a network that is made
   * anew is taken care of with that. A container that never ran, or has ended, remembers the id of
   * a network that may be gone; some engines give it no id.
   */
  private boolean isConnected(ObservedContainer container, String name) {
    String id = container.networks().get(name);
    if (id == null) {
      return false;
    }
    if (drifted.contains(name)) {
      return true;
    }
    Optional<String> now = input.inventory().network(name).map(ObservedNetwork::id);
    boolean remembers = !container.state().equals(ContainerState.RUNNING) && id.isEmpty();
    return remembers || now.filter(id::equals).isPresent();
  }

  private String networkName(NetworkAttachment attachment) {
    return input.networkName(attachment.network());
  }

  private Optional<Reason> volume(Service service, ObservedContainer container) {
    return service.storage().mounts().stream()
        .filter(mount -> !isMounted(mount, container))
        .map(Mount.OfVolume.class::cast)
        .flatMap(mount -> mount.volume().stream())
        .findFirst()
        .map(key -> new Reason.ResourceChanged("volume " + input.volumeName(key)));
  }

  private boolean isMounted(Mount mount, ObservedContainer container) {
    if (!(mount instanceof Mount.OfVolume wanted) || wanted.volume().isEmpty()) {
      return true;
    }
    Optional<String> name = wanted.volume().map(input::volumeName);
    return container.mounts().stream()
        .filter(there -> there.target().equals(wanted.target()))
        .map(ObservedMount::volume)
        .allMatch(name::equals);
  }
}
