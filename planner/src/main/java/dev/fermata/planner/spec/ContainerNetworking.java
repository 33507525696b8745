package dev.fermata.planner.spec;

import dev.fermata.model.Namespace;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Networking.Dns;
import dev.fermata.model.PortMapping;
import java.util.List;
import java.util.Optional;

/**
 * How a container is reached, and what it reaches. {@code attachments} have the engine's names of
 * networks, {@code mode} names a container where it shares one's; on each network it is known by
 * its {@code aliases}. {@code links} are {@code container:alias}.
 */
public record ContainerNetworking(
    Optional<Namespace> mode,
    List<NetworkAttachment> attachments,
    List<String> aliases,
    List<PortMapping> ports,
    List<String> expose,
    Optional<String> hostname,
    Optional<String> domainName,
    List<String> extraHosts,
    Dns dns,
    List<String> links,
    Optional<String> macAddress) {
  ContainerNetworking knownAs(List<String> others) {
    return new ContainerNetworking(
        mode,
        attachments,
        others,
        ports,
        expose,
        hostname,
        domainName,
        extraHosts,
        dns,
        links,
        macAddress);
  }

  public ContainerNetworking {
    attachments = List.copyOf(attachments);
    aliases = List.copyOf(aliases);
    ports = List.copyOf(ports);
    expose = List.copyOf(expose);
    extraHosts = List.copyOf(extraHosts);
    links = List.copyOf(links);
  }
}
