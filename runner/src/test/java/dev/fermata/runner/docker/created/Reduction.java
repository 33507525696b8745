package dev.fermata.runner.docker.created;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes out of an inspected object what is not decided by its Compose file: ids, times, addresses
 * that the engine picked, and what says nothing. Lists whose order means nothing are sorted.
 */
record Reduction(String compose) {
  /** What not every system knows: the engine then drops it, or refuses the container. */
  private static final Set<String> OF_THE_SYSTEM =
      Set.of(
          "BlkioWeight",
          "BlkioWeightDevice",
          "CpuCount",
          "CpuPercent",
          "CpuRealtimePeriod",
          "CpuRealtimeRuntime",
          "MemorySwappiness",
          "OomKillDisable",
          "StorageOpt");

  /** Where null is one thing and zero another. */
  private static final Set<String> ZERO_COUNTS =
      Set.of("Init", "MemorySwappiness", "PidsLimit", "StopTimeout");

  private static final Set<String> UNORDERED =
      Set.of("Env", "Ulimits", "Mounts", "Binds", "Aliases", "Config", "ExtraHosts", "Links");

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern ID = Pattern.compile("<id of (.*?)>");
  private static final Pattern SHARES_A_CONTAINER = Pattern.compile("=container:|VolumesFrom=");
  private static final Pattern ANONYMOUS = Pattern.compile("[0-9a-f]{64}");

  /**
   * What was asked of the kernel in the body of a create call; such a container is judged by it.
   */
  Optional<Object> ofSystem(Map<?, ?> body) {
    var asked = new TreeMap<String, Object>();
    if (body.get("HostConfig") instanceof Map<?, ?> host) {
      plainMap(host)
          .forEach((field, value) -> {
            if (OF_THE_SYSTEM.contains(field)) {
              asked.put(field, value);
            }
          });
    }
    return asked.isEmpty() ? Optional.empty() : Optional.of(asked);
  }

  Object container(Map<?, ?> inspected) {
    var container = new TreeMap<String, Object>();
    SortedMap<String, Object> config = map(inspected, "Config");
    SortedMap<String, Object> host = map(inspected, "HostConfig");
    if (String.valueOf(config.get("Hostname")).startsWith("<id of ")) {
      config.remove("Hostname");
    }
    SortedMap<String, Object> labels = map(config, "Labels");
    labels.replaceAll((label, text) -> DIGEST.matcher(text.toString()).replaceAll("<image>"));
    host.computeIfPresent(
        "VolumesFrom", (field, ids) -> ID.matcher(ids.toString()).replaceAll("$1"));
    if (SHARES_A_CONTAINER.matcher(host.toString()).find()) {
      labels.put("com.docker.compose.config-hash", "<made of an id>");
    }
    labels.computeIfPresent("com.docker.compose.depends_on", (label, list) -> sortedParts(list));
    config.put("Labels", labels);
    container.put("Config", config);
    container.put("HostConfig", host);
    container.put("Mounts", mounts(inspected.get("Mounts")));
    var networks = new TreeMap<String, Object>();
    map(map(inspected, "NetworkSettings"), "Networks")
        .forEach((name, endpoint) -> networks.put(name, endpoint((Map<?, ?>) endpoint)));
    container.put("Networks", networks);
    return plain("", container);
  }

  private static String sortedParts(Object list) {
    return String.join(",", new TreeSet<>(List.of(list.toString().split(",", -1))));
  }

  private static Object mounts(Object mounts) {
    var kept = new ArrayList<Object>();
    for (Object mount : mounts instanceof List<?> list ? list : List.of()) {
      SortedMap<String, Object> one = plainMap((Map<?, ?>) mount);
      if (!"bind".equals(one.get("Type"))) {
        one.remove("Source");
      }
      one.computeIfPresent(
          "Name",
          (key, name) -> ANONYMOUS.matcher(name.toString()).matches() ? "<anonymous>" : name);
      kept.add(one);
    }
    return kept;
  }

  private static Object endpoint(Map<?, ?> endpoint) {
    SortedMap<String, Object> kept = plainMap(endpoint);
    kept.keySet().removeAll(Set.of("NetworkID", "EndpointID", "DNSNames"));
    return kept;
  }

  Object network(Map<?, ?> inspected) {
    SortedMap<String, Object> network = plainMap(inspected);
    network.keySet().removeAll(Set.of("Id", "Name", "Created", "Containers", "Status"));
    if (network.get("IPAM") instanceof Map<?, ?> ipam) {
      network.put("IPAM", chosen(ipam));
    }
    return network;
  }

  /** Without the address ranges that the engine picked: those that the file does not name. */
  private Object chosen(Map<?, ?> ipam) {
    SortedMap<String, Object> kept = plainMap(ipam);
    if (kept.get("Config") instanceof List<?> pools) {
      kept.put(
          "Config",
          pools.stream()
              .filter(pool -> compose.contains(String.valueOf(((Map<?, ?>) pool).get("Subnet"))))
              .toList());
    }
    return plain("", kept);
  }

  Object volume(Map<?, ?> inspected) {
    SortedMap<String, Object> volume = plainMap(inspected);
    volume.keySet().removeAll(Set.of("Name", "CreatedAt", "Mountpoint", "Status"));
    return volume;
  }

  private static SortedMap<String, Object> map(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> map ? plainMap(map) : new TreeMap<>();
  }

  private static SortedMap<String, Object> plainMap(Map<?, ?> map) {
    var plain = new TreeMap<String, Object>();
    map.forEach((key, value) -> {
      Object member = plain(key.toString(), value);
      if (saysSomething(member) || (member != null && ZERO_COUNTS.contains(key))) {
        plain.put(key.toString(), member);
      }
    });
    return plain;
  }

  private static Object plain(String name, Object value) {
    return switch (value) {
      case Map<?, ?> map -> plainMap(map);
      case List<?> list -> {
        var items = new ArrayList<Object>();
        list.forEach(item -> items.add(plain("", item)));
        if (UNORDERED.contains(name)) {
          items.sort(Comparator.comparing(String::valueOf));
        }
        yield items;
      }
      case null, default -> value;
    };
  }

  private static boolean saysSomething(Object value) {
    return !(value == null
        || value.equals("")
        || value.equals(false)
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty()));
  }
}
