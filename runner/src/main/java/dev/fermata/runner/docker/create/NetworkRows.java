package dev.fermata.runner.docker.create;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.PortMapping;
import dev.fermata.planner.ContainerNetworking;
import dev.fermata.runner.docker.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a container is reached, and what it reaches. */
final class NetworkRows {
  static final List<Row> ROWS =
      List.of(
          Row.of("expose", "ExposedPorts", NetworkRows::exposed),
          Row.of("ports", "HostConfig.PortBindings", NetworkRows::bindings),
          Row.of("mac_address", "MacAddress", NetworkRows::macAddress),
          Row.of("networks", "HostConfig.NetworkMode", NetworkRows::mode),
          Row.of("dns", "HostConfig.Dns", c -> networking(c).dns().servers()),
          Row.of("dns_search", "HostConfig.DnsSearch", c -> networking(c).dns().search()),
          Row.of("dns_opt", "HostConfig.DnsOptions", c -> networking(c).dns().options()),
          Row.of("extra_hosts", "HostConfig.ExtraHosts", NetworkRows::extraHosts),
          Row.of("links", "HostConfig.Links", c -> networking(c).links()),
          Row.of("networks", "NetworkingConfig.EndpointsConfig", NetworkRows::endpoints));

  private NetworkRows() {}

  private static ContainerNetworking networking(Creation creation) {
    return creation.spec().networking();
  }

  private static JsonObject exposed(Creation creation) {
    var ports = new TreeSet<String>();
    networking(creation).ports().forEach(port -> ports.add(port(port)));
    networking(creation).expose().forEach(range -> ports.addAll(expanded(range)));
    var exposed = new LinkedHashMap<String, Map<String, String>>();
    ports.forEach(port -> exposed.put(port, Map.of()));
    var object = new JsonObject();
    exposed.forEach((port, nothing) -> object.put(port, Optional.of(nothing)));
    return object;
  }

  private static String port(PortMapping mapping) {
    return mapping.target() + "/" + mapping.protocol();
  }

  /** {@code 8000-8002/udp} is three ports; TCP is the default. */
  private static List<String> expanded(String range) {
    String[] parts = range.split("/", 2);
    String protocol = parts.length > 1 ? parts[1] : "tcp";
    String[] ends = parts[0].split("-", 2);
    int first = Integer.parseInt(ends[0].strip());
    int last = ends.length > 1 ? Integer.parseInt(ends[1].strip()) : first;
    var ports = new ArrayList<String>();
    for (int port = first; port <= last; port++) {
      ports.add(port + "/" + protocol);
    }
    return ports;
  }

  private static JsonObject bindings(Creation creation) {
    var bindings = new TreeMap<String, List<JsonObject>>();
    for (PortMapping mapping : networking(creation).ports()) {
      bindings
          .computeIfAbsent(port(mapping), port -> new ArrayList<>())
          .add(
              new JsonObject()
                  .put("HostIp", mapping.hostIp())
                  .put("HostPort", mapping.published().orElse("")));
    }
    var object = new JsonObject();
    bindings.forEach(object::put);
    return object;
  }

  /** From API 1.44 on it belongs to the endpoint. */
  private static Optional<String> macAddress(Creation creation) {
    if (creation.speaks(1, 44)) {
      return Optional.empty();
    }
    ContainerNetworking networking = networking(creation);
    return networking
        .macAddress()
        .or(() ->
            networking.attachments().stream().findFirst().flatMap(NetworkAttachment::macAddress));
  }

  private static Optional<String> mode(Creation creation) {
    ContainerNetworking networking = networking(creation);
    return creation
        .text(networking.mode())
        .or(() -> networking.attachments().stream().findFirst().map(NetworkAttachment::network));
  }

  /** The engine reads {@code host:address}; an IPv6 address loses its brackets. */
  private static List<String> extraHosts(Creation creation) {
    return networking(creation).extraHosts().stream()
        .map(host -> host.replaceFirst("[=:]", ":").replaceFirst("\\[(.*)]$", "$1"))
        .toList();
  }

  private static JsonObject endpoints(Creation creation) {
    var endpoints = new JsonObject();
    for (NetworkAttachment attachment : atCreate(creation)) {
      endpoints.put(attachment.network(), Optional.of(endpoint(creation, attachment)));
    }
    return endpoints;
  }

  /** A link holds on the networks that it is given for, so each of them gets all links. */
  static JsonObject endpoint(Creation creation, NetworkAttachment attachment) {
    return new Endpoint(creation.api(), creation.spec().service())
        .at(attachment, networking(creation).aliases(), macAddress(creation, attachment))
        .put("Links", networking(creation).links());
  }

  /** Before API 1.44 a container is created on one network and connected to the others. */
  private static List<NetworkAttachment> atCreate(Creation creation) {
    List<NetworkAttachment> all = networking(creation).attachments();
    return creation.speaks(1, 44) || all.isEmpty() ? all : all.subList(0, 1);
  }

  private static Optional<String> macAddress(Creation creation, NetworkAttachment attachment) {
    boolean first = attachment.equals(networking(creation).attachments().getFirst());
    return first
        ? attachment.macAddress().or(() -> networking(creation).macAddress())
        : attachment.macAddress();
  }
}
