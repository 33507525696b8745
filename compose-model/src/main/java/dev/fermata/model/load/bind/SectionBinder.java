package dev.fermata.model.load.bind;

import static dev.fermata.model.schema.SecretTables.CONTENT;
import static dev.fermata.model.schema.SecretTables.ENVIRONMENT;
import static dev.fermata.model.schema.SecretTables.EXTERNAL;
import static dev.fermata.model.schema.SecretTables.FILE;

import dev.fermata.model.Config;
import dev.fermata.model.Definition;
import dev.fermata.model.FileSource;
import dev.fermata.model.Network;
import dev.fermata.model.Network.Flag;
import dev.fermata.model.Secret;
import dev.fermata.model.Value;
import dev.fermata.model.Volume;
import dev.fermata.model.load.interpolate.GrantContents;
import dev.fermata.model.schema.NetworkTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.VolumeTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.tree.Mapping;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binds networks, volumes, secrets and configs. */
final class SectionBinder {
  private final ProjectContext context;

  SectionBinder(ProjectContext context) {
    this.context = context;
  }

  Network network(String key, Mapping network) {
    return new Network(key, new Definition<>(network, tree -> networkSettings(key, tree)));
  }

  private static Network.Settings networkSettings(String key, Mapping network) {
    return new Network.Settings(
        NetworkTable.NAME.in(network).orElse(key),
        NetworkTable.EXTERNAL.in(network).orElse(false),
        NetworkTable.DRIVER.in(network),
        NetworkTable.DRIVER_OPTS.in(network).orElseGet(TreeMap::new),
        flags(network),
        NetworkTable.IPAM.in(network).filter(m -> !m.entries().isEmpty()).map(SectionBinder::ipam),
        NetworkTable.LABELS.in(network).orElseGet(TreeMap::new));
  }

  private static Set<Flag> flags(Mapping network) {
    var flags = EnumSet.noneOf(Flag.class);
    add(flags, NetworkTable.INTERNAL.in(network).filter(on -> on), Flag.INTERNAL);
    add(flags, NetworkTable.ATTACHABLE.in(network).filter(on -> on), Flag.ATTACHABLE);
    add(flags, NetworkTable.ENABLE_IPV4.in(network).filter(on -> on), Flag.IPV4_ON);
    add(flags, NetworkTable.ENABLE_IPV4.in(network).filter(on -> !on), Flag.IPV4_OFF);
    add(flags, NetworkTable.ENABLE_IPV6.in(network).filter(on -> on), Flag.IPV6_ON);
    add(flags, NetworkTable.ENABLE_IPV6.in(network).filter(on -> !on), Flag.IPV6_OFF);
    return flags;
  }

  private static void add(Set<Flag> flags, Optional<Boolean> wanted, Flag flag) {
    if (wanted.isPresent()) {
      flags.add(flag);
    }
  }

  private static Network.Ipam ipam(Mapping ipam) {
    List<Network.Pool> pools =
        NetworkTable.IPAM_CONFIG.in(ipam).orElse(List.of()).stream()
            .map(SectionBinder::pool)
            .toList();
    return new Network.Ipam(
        NetworkTable.IPAM_DRIVER.in(ipam), options(NetworkTable.IPAM_OPTIONS, ipam), pools);
  }

  private static Network.Pool pool(Mapping pool) {
    return new Network.Pool(
        NetworkTable.SUBNET.in(pool),
        NetworkTable.IP_RANGE.in(pool),
        NetworkTable.GATEWAY.in(pool),
        options(NetworkTable.AUX_ADDRESSES, pool));
  }

  private static SortedMap<String, String> options(
      Attribute<SortedMap<String, String>> attribute, Mapping mapping) {
    return attribute.in(mapping).orElseGet(TreeMap::new);
  }

  Volume volume(String key, Mapping volume) {
    return new Volume(key, new Definition<>(volume, tree -> volumeSettings(key, tree)));
  }

  private static Volume.Settings volumeSettings(String key, Mapping volume) {
    return new Volume.Settings(
        VolumeTable.NAME.in(volume).orElse(key),
        VolumeTable.EXTERNAL.in(volume).orElse(false),
        VolumeTable.DRIVER.in(volume),
        options(VolumeTable.DRIVER_OPTS, volume),
        options(VolumeTable.LABELS, volume));
  }

  Secret secret(String key, Mapping secret) {
    return new Secret(key, SecretTables.NAME.in(secret).orElse(key), source(secret));
  }

  Config config(String key, Mapping config) {
    return new Config(key, SecretTables.NAME.in(config).orElse(key), source(config));
  }

  private FileSource source(Mapping resource) {
    if (ENVIRONMENT.in(resource).isPresent()) {
      String value = GrantContents.of(resource, context.environment()).orElse("");
      return new FileSource.Content(Value.sensitive(value));
    }
    Optional<String> content = CONTENT.in(resource);
    if (content.isPresent()) {
      return new FileSource.Content(Value.plain(content.get()));
    }
    boolean external = EXTERNAL.in(resource).orElse(false);
    return FILE.in(resource)
        .filter(file -> !external)
        .map(file -> (FileSource) new FileSource.HostFile(file))
        .orElseGet(FileSource.External::new);
  }
}
