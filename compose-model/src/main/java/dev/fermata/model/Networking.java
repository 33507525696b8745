package dev.fermata.model;

import java.util.List;
import java.util.Optional;

/**
 * How a container is reached and what it reaches. {@code attachments} are in the order of
 * attaching: by falling priority, then by name; empty where {@code mode} is given.
 */
public record Networking(
    Optional<Namespace> mode,
    List<NetworkAttachment> attachments,
    List<PortMapping> ports,
    List<String> expose,
    Optional<String> hostname,
    Optional<String> domainName,
    List<String> extraHosts,
    Dns dns,
    List<Link> links,
    List<String> externalLinks,
    Optional<String> macAddress) {

  /** Another service under a further name. */
  public record Link(ServiceName service, String alias) {
    /** {@code db}, or {@code db:database}. */
    public static Link parse(String text) {
      String[] parts = text.split(":", 2);
      return new Link(new ServiceName(parts[0]), parts[parts.length - 1]);
    }
  }

  /** Name resolution inside the container. */
  public record Dns(List<String> servers, List<String> search, List<String> options) {
    public Dns {
      servers = List.copyOf(servers);
      search = List.copyOf(search);
      options = List.copyOf(options);
    }
  }

  public Networking {
    attachments = List.copyOf(attachments);
    ports = List.copyOf(ports);
    expose = List.copyOf(expose);
    extraHosts = List.copyOf(extraHosts);
    links = List.copyOf(links);
    externalLinks = List.copyOf(externalLinks);
  }
}
