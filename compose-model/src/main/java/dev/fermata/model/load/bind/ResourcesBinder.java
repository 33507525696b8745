package dev.fermata.model.load.bind;

import dev.fermata.model.Resources;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.UlimitTable;
import dev.fermata.model.schema.service.DeployTable;
import dev.fermata.model.schema.service.ResourcesTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binds limits and reservations: what {@code deploy} says goes before the service's own words. */
final class ResourcesBinder {
  private ResourcesBinder() {}

  static Resources resources(Mapping service) {
    Optional<Mapping> deployed = ServiceTable.DEPLOY.in(service).flatMap(DeployTable.RESOURCES::in);
    Optional<Mapping> limits = deployed.flatMap(ResourcesTable.LIMITS::in);
    Optional<Mapping> reservations = deployed.flatMap(ResourcesTable.RESERVATIONS::in);
    return new Resources(
        cpu(service, limits),
        memory(service, limits, reservations),
        limits.flatMap(ResourcesTable.PIDS::in).or(() -> ContainerTable.PIDS_LIMIT.in(service)),
        ulimits(ContainerTable.ULIMITS, service),
        ContainerTable.OOM_SCORE_ADJ.in(service).map(ServiceBinder::whole),
        ContainerTable.OOM_KILL_DISABLE.in(service),
        DevicesBinder.devices(service, reservations),
        ContainerTable.CGROUP_PARENT.in(service),
        ContainerTable.BLKIO_CONFIG.in(service).map(BlockIoBinder::blockIo));
  }

  private static Resources.Cpu cpu(Mapping service, Optional<Mapping> limits) {
    return new Resources.Cpu(
        limits
            .flatMap(ResourcesTable.CPUS::in)
            .or(() -> ContainerTable.CPUS.in(service))
            .map(ResourcesBinder::exact),
        ContainerTable.CPU_SHARES.in(service),
        ContainerTable.CPU_QUOTA.in(service),
        ContainerTable.CPU_PERIOD.in(service),
        ContainerTable.CPU_RT_RUNTIME.in(service),
        ContainerTable.CPU_RT_PERIOD.in(service),
        ContainerTable.CPUSET.in(service),
        ContainerTable.CPU_COUNT.in(service),
        ContainerTable.CPU_PERCENT.in(service));
  }

  /** 0.1 is to be 0.1, not the nearest float's 0.10000000149. */
  private static double exact(Float value) {
    return new BigDecimal(value.toString()).doubleValue();
  }

  private static Resources.Memory memory(
      Mapping service, Optional<Mapping> limits, Optional<Mapping> reservations) {
    return new Resources.Memory(
        limits.flatMap(ResourcesTable.MEMORY::in).or(() -> ContainerTable.MEM_LIMIT.in(service)),
        reservations
            .flatMap(ResourcesTable.RESERVED_MEMORY::in)
            .or(() -> ContainerTable.MEM_RESERVATION.in(service)),
        ContainerTable.MEMSWAP_LIMIT.in(service),
        ContainerTable.MEM_SWAPPINESS.in(service).map(size -> ServiceBinder.whole(size.bytes())));
  }

  static SortedMap<String, Resources.Ulimit> ulimits(
      Attribute<SortedMap<String, Node>> attribute, Mapping mapping) {
    var ulimits = new TreeMap<String, Resources.Ulimit>();
    attribute
        .in(mapping)
        .ifPresent(all -> all.forEach((name, node) -> ulimits.put(name, ulimit(node))));
    return ulimits;
  }

  private static Resources.Ulimit ulimit(Node node) {
    if (node instanceof Mapping mapping) {
      return new Resources.Ulimit(
          UlimitTable.SOFT.in(mapping).orElse(0L), UlimitTable.HARD.in(mapping).orElse(0L));
    }
    long single = Long.parseLong(Nodes.text(node));
    return new Resources.Ulimit(single, single);
  }
}
