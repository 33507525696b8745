package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.net.UnknownHostException;

/** Nobody could be reached at an address. */
public final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreachableException(String address, IOException cause) {
    super(address + ": " + why(cause), cause);
  }

  /** Of a host that nobody knows, Java says the name alone. */
  private static String why(IOException cause) {
    return cause instanceof UnknownHostException
        ? "there is no such host"
        : String.valueOf(cause.getMessage());
  }
}
