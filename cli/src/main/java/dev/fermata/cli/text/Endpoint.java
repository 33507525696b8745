package dev.fermata.cli.text;

import dev.fermata.model.PortMapping;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a port of a container is to be reached from this machine. */
public record Endpoint(
    String service, int index, int target, String protocol, String host, int port) {
  private static final String HERE = "127.0.0.1";

  /** What stands for every address of the host. */
  private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

  /** Those of containers, by service, number and port; two of one port on two addresses are one. */
  public static List<Endpoint> of(List<ObservedContainer> containers) {
    var all = new ArrayList<Endpoint>();
    for (ObservedContainer container : containers) {
      for (ObservedPort port : container.listing().ports()) {
        if (port.published() != 0) {
          all.add(of(container, port));
        }
      }
    }
    return all.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Endpoint::service)
                .thenComparingInt(Endpoint::index)
                .thenComparingInt(Endpoint::target)
                .thenComparing(Endpoint::protocol)
                .thenComparing(Endpoint::host)
                .thenComparingInt(Endpoint::port))
        .toList();
  }

  /** Those that a project is going to have, as far as it says which. */
  public static List<Endpoint> of(Project project) {
    var all = new ArrayList<Endpoint>();
    for (Service service : project.services().values()) {
      for (PortMapping port : service.networking().ports()) {
        Optional<String> number = port.published().filter(text -> text.matches("\\d{1,5}"));
        String host = port.hostIp().filter(ip -> !EVERYWHERE.contains(ip)).orElse(HERE);
        number.ifPresent(text ->
            all.add(
                new Endpoint(
                    service.name().text(),
                    1,
                    port.target(),
                    port.protocol(),
                    host,
                    Integer.parseInt(text))));
      }
    }
    return all;
  }

  private static Endpoint of(ObservedContainer container, ObservedPort port) {
    String host = EVERYWHERE.contains(port.hostIp()) ? HERE : port.hostIp();
    return new Endpoint(
        container.service().text(),
        Math.max(1, container.number()),
        port.target(),
        port.protocol(),
        host,
        port.published());
  }

  public String address() {
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }

  public static List<String> table(List<Endpoint> endpoints) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("SERVICE", "PORT", "ADDRESS"));
    for (Endpoint endpoint : endpoints) {
      String number = endpoint.index() == 1 ? "" : " #" + endpoint.index();
      rows.add(
          List.of(
              endpoint.service() + number,
              endpoint.target() + "/" + endpoint.protocol(),
              endpoint.address()));
    }
    return Columns.lines(rows);
  }

  public String json() {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("service", service);
      json.writeNumberField("index", index);
      json.writeNumberField("target", target);
      json.writeStringField("protocol", protocol);
      json.writeStringField("host", host);
      json.writeNumberField("port", port);
      json.writeStringField("address", address());
      json.writeEndObject();
    });
  }

  /**
   * For a shell: {@code WEB_80_HOST}, {@code WEB_80_PORT}, {@code WEB_80_ADDRESS}. Of a port that
   * is published twice, the first.
   */
  public static Map<String, String> variables(List<Endpoint> endpoints) {
    var variables = new LinkedHashMap<String, String>();
    for (Endpoint endpoint : endpoints) {
      String name = endpoint.variable();
      variables.putIfAbsent(name + "_HOST", endpoint.host());
      variables.putIfAbsent(name + "_PORT", String.valueOf(endpoint.port()));
      variables.putIfAbsent(name + "_ADDRESS", endpoint.address());
    }
    return variables;
  }

  private String variable() {
    String number = index == 1 ? "" : "_" + index;
    String suffix = protocol.equals("tcp") ? "" : "_" + protocol;
    return (service + number + "_" + target + suffix)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "_")
        .replaceFirst("^(?=\\d)", "_");
  }
}
