package dev.fermata.runner.ready;

import dev.fermata.runner.engine.ContainerContact.Place;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whether a container's network is one of this machine. That the engine is reached by a local
 * socket does not say so: it may be in a virtual machine, or have networks of its own. Then the
 * same address belongs to somebody else here, who might well answer.
 */
final class OurNetworks {
  private OurNetworks() {}

  static boolean have(Place place) {
    try {
      return place.gateway().isEmpty()
          ? isInNetworkOfOurs(InetAddress.getByName(place.address()))
          : NetworkInterface.getByInetAddress(InetAddress.getByName(place.gateway())) != null;
    } catch (SocketException | UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A network without a way out has no gateway, and its bridge an address all the same. */
  private static boolean isInNetworkOfOurs(InetAddress address) throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(one -> one.getInterfaceAddresses().stream())
        .anyMatch(ours -> contains(ours, address.getAddress()));
  }

  private static boolean contains(InterfaceAddress ours, byte[] address) {
    byte[] own = ours.getAddress().getAddress();
    int bits = ours.getNetworkPrefixLength();
    if (own.length != address.length || bits == 0) {
      return false;
    }
    int whole = bits / 8;
    int mask = 0xff00 >> bits % 8 & 0xff;
    return Arrays.equals(own, 0, whole, address, 0, whole)
        && (mask == 0 || (own[whole] & mask) == (address[whole] & mask));
  }
}
