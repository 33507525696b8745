package dev.fermata.runner.engine;

import java.util.List;

/**
 * Where a container can be talked to: its own places on networks, and the ports of its engine's
 * machine that lead to it. {@code networkMode} is the engine's word: {@code host}, {@code none},
 * {@code container:ID} and others.
 */
public record ContainerContact(String networkMode, List<Place> places, List<Published> published) {

  /**
   * An address, and the one by which the engine's machine is on the same network; empty where it is
   * not told. A container in the network of the machine is at the loopback address of that, which
   * is told by the gateway of the engine's default network.
   */
  public record Place(String address, String gateway) {}

  /** {@code address} is empty for all of the machine. */
  public record Published(int port, String address, int hostPort) {}

  public ContainerContact {
    places = List.copyOf(places);
    published = List.copyOf(published);
  }

  /** Whether it is in the network of its engine's machine. */
  public boolean isOfHost() {
    return networkMode.equals("host");
  }
}
