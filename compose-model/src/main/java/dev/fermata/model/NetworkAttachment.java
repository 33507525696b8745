package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A service's endpoint on one of the project's networks; {@code network} is the network's key. */
public record NetworkAttachment(
    String network,
    List<String> aliases,
    Optional<String> ipv4Address,
    Optional<String> ipv6Address,
    List<String> linkLocalIps,
    Optional<String> macAddress,
    Optional<String> interfaceName,
    SortedMap<String, String> driverOptions,
    int priority,
    int gatewayPriority,
    ServiceAlias serviceAlias) {

  /** Whether the service's name is one by which others on the network find its containers. */
  public enum ServiceAlias {
    GIVEN,
    LEFT_OUT
  }

  public NetworkAttachment {
    aliases = List.copyOf(aliases);
    linkLocalIps = List.copyOf(linkLocalIps);
    driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
  }

  /** The same place on another network, or on one called otherwise. */
  public NetworkAttachment on(String changed) {
    return new NetworkAttachment(
        changed,
        aliases,
        ipv4Address,
        ipv6Address,
        linkLocalIps,
        macAddress,
        interfaceName,
        driverOptions,
        priority,
        gatewayPriority,
        serviceAlias);
  }
}
