package dev.fermata.runner.engine;

import java.util.List;

/**
 * Where a container can be talked to: its own addresses on networks, and the ports of its engine's
 * machine that lead to it. {@code networkMode} is the engine's word: {@code host}, {@code none},
 * {@code container:ID} and others.
 */
public record ContainerContact(
    String networkMode, List<String> addresses, List<Published> published) {

  /** {@code address} is empty for all of the machine. */
  public record Published(int port, String address, int hostPort) {}

  public ContainerContact {
    addresses = List.copyOf(addresses);
    published = List.copyOf(published);
  }
}
