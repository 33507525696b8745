package dev.fermata.model.load.bind;

import static dev.fermata.model.schema.container.AttachmentTable.ALIASES;
import static dev.fermata.model.schema.container.AttachmentTable.GW_PRIORITY;
import static dev.fermata.model.schema.container.AttachmentTable.INTERFACE_NAME;
import static dev.fermata.model.schema.container.AttachmentTable.IPV4_ADDRESS;
import static dev.fermata.model.schema.container.AttachmentTable.IPV6_ADDRESS;
import static dev.fermata.model.schema.container.AttachmentTable.LINK_LOCAL_IPS;
import static dev.fermata.model.schema.container.AttachmentTable.PRIORITY;

import dev.fermata.model.Namespace;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.NetworkAttachment.ServiceAlias;
import dev.fermata.model.Networking;
import dev.fermata.model.PortMapping;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.AttachmentTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.Comparator;
import java.util.List;

/** Binds how a container is reached and what it reaches. */
final class NetworkingBinder {
  private NetworkingBinder() {}

  static Networking networking(Mapping service) {
    return new Networking(
        ContainerTable.NETWORK_MODE.in(service).map(Namespace::parse),
        attachments(service),
        list(WorkloadTable.PORTS, service).stream().map(NetworkingBinder::port).toList(),
        list(WorkloadTable.EXPOSE, service),
        ContainerTable.HOSTNAME.in(service),
        ContainerTable.DOMAINNAME.in(service),
        hosts(ContainerTable.EXTRA_HOSTS, service),
        new Networking.Dns(
            list(ContainerTable.DNS, service),
            list(ContainerTable.DNS_SEARCH, service),
            list(ContainerTable.DNS_OPT, service)),
        list(ServiceTable.LINKS, service).stream().map(Networking.Link::parse).toList(),
        list(ServiceTable.EXTERNAL_LINKS, service),
        ContainerTable.MAC_ADDRESS.in(service));
  }

  private static <T> List<T> list(Attribute<List<T>> attribute, Mapping service) {
    return attribute.in(service).orElse(List.of());
  }

  /** In the engine's form, {@code host:ip}. */
  static List<String> hosts(Attribute<List<String>> attribute, Mapping mapping) {
    return list(attribute, mapping).stream().map(host -> host.replaceFirst("=", ":")).toList();
  }

  private static PortMapping port(Mapping port) {
    return new PortMapping(
        ServiceBinder.whole(PortTable.TARGET.in(port).orElse(0L)),
        PortTable.PUBLISHED.in(port),
        PortTable.HOST_IP.in(port),
        PortTable.PROTOCOL.in(port).orElse("tcp"));
  }

  private static List<NetworkAttachment> attachments(Mapping service) {
    if (!(service.get(ContainerTable.NETWORKS.name()).orElse(null) instanceof Mapping networks)) {
      return List.of();
    }
    return networks.entries().entrySet().stream()
        .map(entry -> attachment(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(NetworkAttachment::priority)
                .reversed()
                .thenComparing(NetworkAttachment::network))
        .toList();
  }

  private static NetworkAttachment attachment(String network, Mapping.Entry entry) {
    Mapping attachment =
        entry.value() instanceof Mapping mapping ? mapping : Mapping.empty(entry.keySpan());
    return new NetworkAttachment(
        network,
        list(ALIASES, attachment),
        IPV4_ADDRESS.in(attachment),
        IPV6_ADDRESS.in(attachment),
        list(LINK_LOCAL_IPS, attachment),
        AttachmentTable.MAC_ADDRESS.in(attachment),
        INTERFACE_NAME.in(attachment),
        ServiceBinder.texts(AttachmentTable.DRIVER_OPTS, attachment),
        PRIORITY.in(attachment).map(Long::intValue).orElse(0),
        GW_PRIORITY.in(attachment).map(Long::intValue).orElse(0),
        serviceAlias(attachment));
  }

  private static ServiceAlias serviceAlias(Mapping attachment) {
    return AttachmentTable.USE_SERVICE_NAME_ALIAS.in(attachment).orElse(true)
        ? ServiceAlias.GIVEN
        : ServiceAlias.LEFT_OUT;
  }
}
