package dev.fermata.runner.docker.create;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.NetworkAttachment.ServiceAlias;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A service's place on a network, as create and connect send it. */
public record Endpoint(ApiVersion api, ServiceName service) {
  static final ApiVersion SINCE_GATEWAY_PRIORITY = new ApiVersion(1, 48);
  static final ApiVersion SINCE_INTERFACE_NAME = new ApiVersion(1, 49);
  private static final String INTERFACE = "com.docker.network.endpoint.ifname";

  /** {@code names}, the last of them the service's, come before the attachment's own aliases. */
  public JsonObject at(
      NetworkAttachment attachment, List<String> names, Optional<String> macAddress) {
    var aliases = new LinkedHashSet<>(names(attachment, names));
    aliases.addAll(attachment.aliases());
    return new JsonObject()
        .put("IPAMConfig", addresses(attachment))
        .put("IPAddress", attachment.ipv4Address())
        .put("Aliases", new ArrayList<>(aliases))
        .put("MacAddress", macAddress)
        .put("DriverOpts", driverOptions(attachment))
        .put("GwPriority", gatewayPriority(attachment));
  }

  /** A container that is called as its service keeps its own name. */
  private List<String> names(NetworkAttachment attachment, List<String> all) {
    int last = all.lastIndexOf(service.text());
    if (attachment.serviceAlias() == ServiceAlias.GIVEN || last < 0) {
      return all;
    }
    var names = new ArrayList<>(all);
    names.remove(last);
    return names;
  }

  private static JsonObject addresses(NetworkAttachment attachment) {
    return new JsonObject()
        .put("IPv4Address", attachment.ipv4Address())
        .put("IPv6Address", attachment.ipv6Address())
        .put("LinkLocalIPs", attachment.linkLocalIps());
  }

  private JsonObject driverOptions(NetworkAttachment attachment) {
    var options = new TreeMap<>(attachment.driverOptions());
    attachment
        .interfaceName()
        .ifPresent(name -> {
          Creation.require(api, SINCE_INTERFACE_NAME, service, "interface_name");
          options.put(INTERFACE, name);
        });
    return JsonObject.of(options);
  }

  private Optional<Integer> gatewayPriority(NetworkAttachment attachment) {
    if (attachment.gatewayPriority() == 0) {
      return Optional.empty();
    }
    Creation.require(api, SINCE_GATEWAY_PRIORITY, service, "gw_priority");
    return Optional.of(attachment.gatewayPriority());
  }
}
