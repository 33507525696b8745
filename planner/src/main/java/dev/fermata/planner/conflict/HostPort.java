package dev.fermata.planner.conflict;

import dev.fermata.model.Namespace;
import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.PortMapping;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.List;
import java.util.Set;

/**
 * One port of the host; {@code ip} is empty where the engine's own default holds, which is every
 * address unless the engine is told otherwise.
 */
public record HostPort(String ip, int port, String protocol) {
  private static final Set<String> DRIVERS = Set.of("", "default", "bridge");

  public HostPort {
    ip = ip.replaceFirst("^\\[(.*)]$", "$1");
  }

  /**
   * The ports that each container of a service takes for certain. Of a range the engine picks one
   * that is free, and not every network publishes.
   */
  public static List<HostPort> fixed(Project project, Service service) {
    if (!publishes(project, service)) {
      return List.of();
    }
    return service.networking().ports().stream()
        .filter(HostPort::isFixed)
        .map(HostPort::of)
        .distinct()
        .toList();
  }

  public static boolean isFixed(PortMapping port) {
    return port.published().filter(HostPort::isOne).isPresent();
  }

  public static HostPort of(PortMapping port) {
    int published = Integer.parseInt(port.published().orElseThrow());
    return new HostPort(port.hostIp().orElse(""), published, port.protocol());
  }

  private static boolean isOne(String published) {
    return published.matches("[1-9]\\d{0,4}");
  }

  /** The ports that a container has now. */
  public static List<HostPort> heldBy(ObservedContainer container) {
    return container.listing().ports().stream()
        .filter(port -> port.published() > 0)
        .map(port -> new HostPort(port.hostIp(), port.published(), port.protocol()))
        .toList();
  }

  /** How many ports a range has: {@code 8000-8010}. */
  static int size(String range) {
    String[] ends = range.split("-", 2);
    boolean sound = ends.length == 2 && isOne(ends[0].strip()) && isOne(ends[1].strip());
    return sound
        ? Integer.parseInt(ends[1].strip()) - Integer.parseInt(ends[0].strip()) + 1
        : Integer.MAX_VALUE;
  }

  /** Whether nothing keeps the engine from publishing on the addresses that are named. */
  public static boolean publishes(Project project, Service service) {
    boolean own = service.networking().mode().filter(mode -> !isBridge(mode)).isEmpty();
    return own
        && service.networking().attachments().stream()
            .allMatch(attachment -> isPlain(project, attachment));
  }

  private static boolean isBridge(Namespace mode) {
    return mode instanceof Namespace.Named(String name) && DRIVERS.contains(name);
  }

  static boolean isBridge(Network network) {
    return DRIVERS.contains(network.driver().orElse(""));
  }

  /** Options of a bridge say on which address it publishes, or that it routes instead. */
  private static boolean isPlain(Project project, NetworkAttachment attachment) {
    Network network = project.networks().get(attachment.network());
    return network != null
        && !network.external()
        && isBridge(network)
        && network.driverOptions().isEmpty()
        && !network.flags().contains(Network.Flag.INTERNAL);
  }

  /** Whether no engine gives both to containers that run at the same time. */
  public boolean collides(HostPort other) {
    return port == other.port
        && protocol.equals(other.protocol)
        && (ip.equals(other.ip) || covers(other) || other.covers(this));
  }

  private boolean covers(HostPort other) {
    return switch (ip) {
      case "0.0.0.0" -> !other.ip.contains(":");
      case "::" -> other.ip.contains(":");
      default -> false;
    };
  }

  boolean isFollowedBy(HostPort next) {
    return next.equals(new HostPort(ip, port + 1, protocol));
  }

  /** As a range is written; the port alone where it is both ends. */
  String to(HostPort last) {
    return text(port == last.port ? Integer.toString(port) : port + "-" + last.port);
  }

  @Override
  public String toString() {
    return text(Integer.toString(port));
  }

  private String text(String ports) {
    String address = ip.isEmpty() ? "" : (ip.contains(":") ? "[" + ip + "]" : ip) + ":";
    return address + ports + (protocol.equals("tcp") ? "" : "/" + protocol);
  }
}
