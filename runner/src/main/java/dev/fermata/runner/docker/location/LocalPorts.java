package dev.fermata.runner.docker.location;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine, on which other programs than containers may listen. */
public final class LocalPorts {
  private LocalPorts() {}

  /** An engine that is elsewhere has ports of its own; one that is taken here only is no loss. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
