package dev.fermata.runner.docker.typed;

import static dev.fermata.runner.docker.typed.Described.text;
import static dev.fermata.runner.docker.typed.Described.texts;

import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import dev.fermata.model.schema.container.AttachmentTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.WorkloadTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a container is reached, and what it reaches. */
final class DescribedNetworks {
  private static final String BRIDGE = "bridge";

  /** Those that every engine has; a container is in them by its mode, and under no other name. */
  private static final Set<String> OF_THE_ENGINE = Set.of(BRIDGE, "host", "none");

  private static final Comparator<ExposedPort> BY_NUMBER =
      Comparator.comparingInt(ExposedPort::getPort)
          .thenComparing(port -> port.getProtocol().toString());

  static final List<DescribedRow> ROWS =
      List.of(
          DescribedRow.of(ContainerTable.NETWORK_MODE, DescribedNetworks::mode),
          DescribedRow.of(
              ContainerTable.NETWORKS, it -> Described.map(attachments(it, endpoints(it)))),
          DescribedRow.of(WorkloadTable.PORTS, DescribedNetworks::ports),
          DescribedRow.of(ContainerTable.DNS, it -> texts(it.host().getDns())),
          DescribedRow.of(ContainerTable.DNS_SEARCH, it -> texts(it.host().getDnsSearch())),
          DescribedRow.of(ContainerTable.DNS_OPT, it -> texts(it.host().getDnsOptions())),
          DescribedRow.of(ContainerTable.EXTRA_HOSTS, it -> texts(it.host().getExtraHosts())));

  private DescribedNetworks() {}

  /** Those that somebody has made; the engine's own are told by the mode. */
  static SortedMap<String, ContainerNetwork> endpoints(Described it) {
    var endpoints = new TreeMap<String, ContainerNetwork>();
    var settings = it.container().getNetworkSettings();
    if (settings != null && settings.getNetworks() != null) {
      endpoints.putAll(settings.getNetworks());
    }
    endpoints.keySet().removeAll(OF_THE_ENGINE);
    return endpoints;
  }

  private static Optional<String> mode(Described it) {
    if (!endpoints(it).isEmpty()) {
      return Optional.empty();
    }
    return text(it.host().getNetworkMode()).map(mode -> mode.equals("default") ? BRIDGE : mode);
  }

  private static Map<String, Object> attachments(
      Described it, Map<String, ContainerNetwork> endpoints) {
    var attachments = new TreeMap<String, Object>();
    endpoints.forEach((name, endpoint) -> attachments.put(name, attachment(it, endpoint)));
    return attachments;
  }

  /** Engines before 25 put the container's own short id among the aliases. */
  private static Map<String, Object> attachment(Described it, ContainerNetwork endpoint) {
    var attachment = new LinkedHashMap<String, Object>();
    var aliases = new ArrayList<>(texts(endpoint.getAliases()).orElse(List.of()));
    aliases.removeIf(it.container().getId()::startsWith);
    texts(aliases).ifPresent(names -> attachment.put(AttachmentTable.ALIASES.name(), names));
    ContainerNetwork.Ipam fixed = endpoint.getIpamConfig();
    if (fixed != null) {
      text(fixed.getIpv4Address())
          .ifPresent(address -> attachment.put(AttachmentTable.IPV4_ADDRESS.name(), address));
      text(fixed.getIpv6Address())
          .ifPresent(address -> attachment.put(AttachmentTable.IPV6_ADDRESS.name(), address));
    }
    return attachment;
  }

  /** docker-java has them in no order. */
  private static Optional<List<Map<String, Object>>> ports(Described it) {
    Ports bindings = it.host().getPortBindings();
    if (bindings == null || bindings.getBindings().isEmpty()) {
      return Optional.empty();
    }
    var ports = new ArrayList<Map<String, Object>>();
    bindings.getBindings().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey(), BY_NUMBER))
        .forEach(entry -> {
          Ports.Binding[] published = entry.getValue();
          if (published == null) {
            return;
          }
          for (Ports.Binding binding : published) {
            ports.add(port(entry.getKey(), binding));
          }
        });
    return ports.isEmpty() ? Optional.empty() : Optional.of(ports);
  }

  /** A port that the engine may choose has none, or zero. */
  private static Map<String, Object> port(ExposedPort target, Ports.Binding binding) {
    var port = new LinkedHashMap<String, Object>();
    text(binding.getHostIp()).ifPresent(address -> port.put(PortTable.HOST_IP.name(), address));
    port.put(PortTable.TARGET.name(), target.getPort());
    text(binding.getHostPortSpec())
        .filter(number -> !number.equals("0"))
        .ifPresent(number -> port.put(PortTable.PUBLISHED.name(), number));
    port.put(PortTable.PROTOCOL.name(), target.getProtocol().toString());
    return port;
  }
}
