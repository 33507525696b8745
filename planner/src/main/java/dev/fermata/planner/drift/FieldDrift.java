package dev.fermata.planner.drift;

import dev.fermata.model.Network;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.planner.digest.ComposeHash;
import dev.fermata.planner.digest.ConfigDigest;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.digest.Fingerprints;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * In which fields that which is there differs from what is wanted. Our own fingerprint tells; what
 * Docker Compose made is compared by its hash, which cannot name the field.
 */
final class FieldDrift {
  private static final List<FieldChange> SOMETHING =
      List.of(new FieldChange("configuration", FieldChange.Kind.CHANGED));

  private final Fingerprints fingerprints;

  FieldDrift(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** {@code partners} are the ids of the containers that the service shares things with. */
  List<FieldChange> of(
      Service service, ObservedContainer container, Map<ServiceName, String> partners) {
    return compare(
        container.labels(), fingerprints.of(service), () -> ComposeHash.of(service, partners));
  }

  /** A network without labels was not made by any Compose: it is used as it is. */
  List<FieldChange> of(Network network, ObservedNetwork there) {
    if (!there.labels().containsKey(Labels.CONFIG_HASH)) {
      return List.of();
    }
    return compare(there.labels(), fingerprints.of(network), () -> ComposeHash.of(network));
  }

  List<FieldChange> of(Volume volume, ObservedVolume there) {
    if (!there.labels().containsKey(Labels.CONFIG_HASH)) {
      return List.of();
    }
    return compare(there.labels(), fingerprints.of(volume), () -> ComposeHash.of(volume));
  }

  private static List<FieldChange> compare(
      Map<String, String> labels, ConfigDigest wanted, Supplier<String> composeHash) {
    Optional<ConfigDigest> there =
        Optional.ofNullable(labels.get(Labels.FINGERPRINT)).flatMap(ConfigDigest::parse);
    if (there.isPresent()) {
      return wanted.changesSince(there.get());
    }
    return composeHash.get().equals(labels.get(Labels.CONFIG_HASH)) ? List.of() : SOMETHING;
  }
}
