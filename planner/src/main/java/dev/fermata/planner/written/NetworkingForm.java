package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.omitted;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedMap;

import dev.fermata.model.Namespace;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.NetworkAttachment.ServiceAlias;
import dev.fermata.model.Networking.Dns;
import dev.fermata.model.PortMapping;
import dev.fermata.planner.spec.ContainerNetworking;

/** How a container is reached, and what it reaches. */
final class NetworkingForm {
  /** As Compose writes it. */
  static final Form<Namespace> NAMESPACE =
      Forms.of(
          namespace ->
              switch (namespace) {
                case Namespace.Named it -> it.name();
                case Namespace.OfContainer it -> "container:" + it.container();
                case Namespace.OfService it -> "service:" + it.service();
              },
          written -> Namespace.parse(TEXT.read(written)));

  static final Form<NetworkAttachment> ATTACHMENT =
      Fields.form(
          it ->
              Fields.none()
                  .put("network", it.network(), TEXT)
                  .put("aliases", it.aliases(), list(TEXT))
                  .put("ipv4", it.ipv4Address(), optional(TEXT))
                  .put("ipv6", it.ipv6Address(), optional(TEXT))
                  .put("link-local", it.linkLocalIps(), list(TEXT))
                  .put("mac", it.macAddress(), optional(TEXT))
                  .put("interface", it.interfaceName(), optional(TEXT))
                  .put("options", it.driverOptions(), sortedMap(TEXT))
                  .put("priority", it.priority(), omitted(INT, 0))
                  .put("gateway-priority", it.gatewayPriority(), omitted(INT, 0))
                  .put(
                      "service-alias",
                      it.serviceAlias(),
                      omitted(constant(ServiceAlias.class), ServiceAlias.GIVEN)),
          it ->
              new NetworkAttachment(
                  it.get("network", TEXT),
                  it.get("aliases", list(TEXT)),
                  it.get("ipv4", optional(TEXT)),
                  it.get("ipv6", optional(TEXT)),
                  it.get("link-local", list(TEXT)),
                  it.get("mac", optional(TEXT)),
                  it.get("interface", optional(TEXT)),
                  it.get("options", sortedMap(TEXT)),
                  it.get("priority", omitted(INT, 0)),
                  it.get("gateway-priority", omitted(INT, 0)),
                  it.get(
                      "service-alias", omitted(constant(ServiceAlias.class), ServiceAlias.GIVEN))));

  private static final Form<PortMapping> PORT =
      Fields.form(
          it ->
              Fields.none()
                  .put("target", it.target(), INT)
                  .put("published", it.published(), optional(TEXT))
                  .put("host-ip", it.hostIp(), optional(TEXT))
                  .put("protocol", it.protocol(), TEXT),
          it ->
              new PortMapping(
                  it.get("target", INT),
                  it.get("published", optional(TEXT)),
                  it.get("host-ip", optional(TEXT)),
                  it.get("protocol", TEXT)));

  private static final Form<Dns> DNS =
      Fields.form(
          it ->
              Fields.none()
                  .put("servers", it.servers(), list(TEXT))
                  .put("search", it.search(), list(TEXT))
                  .put("options", it.options(), list(TEXT)),
          it ->
              new Dns(
                  it.get("servers", list(TEXT)),
                  it.get("search", list(TEXT)),
                  it.get("options", list(TEXT))));

  static final Form<ContainerNetworking> FORM =
      Fields.form(
          it ->
              Fields.none()
                  .put("mode", it.mode(), optional(NAMESPACE))
                  .put("attachments", it.attachments(), list(ATTACHMENT))
                  .put("aliases", it.aliases(), list(TEXT))
                  .put("ports", it.ports(), list(PORT))
                  .put("expose", it.expose(), list(TEXT))
                  .put("hostname", it.hostname(), optional(TEXT))
                  .put("domain", it.domainName(), optional(TEXT))
                  .put("hosts", it.extraHosts(), list(TEXT))
                  .put("dns", it.dns(), DNS)
                  .put("links", it.links(), list(TEXT))
                  .put("mac", it.macAddress(), optional(TEXT)),
          it ->
              new ContainerNetworking(
                  it.get("mode", optional(NAMESPACE)),
                  it.get("attachments", list(ATTACHMENT)),
                  it.get("aliases", list(TEXT)),
                  it.get("ports", list(PORT)),
                  it.get("expose", list(TEXT)),
                  it.get("hostname", optional(TEXT)),
                  it.get("domain", optional(TEXT)),
                  it.get("hosts", list(TEXT)),
                  it.get("dns", DNS),
                  it.get("links", list(TEXT)),
                  it.get("mac", optional(TEXT))));

  private NetworkingForm() {}
}
