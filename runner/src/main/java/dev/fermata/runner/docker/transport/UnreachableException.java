package dev.fermata.runner.docker.transport;

import java.io.IOException;

/** Nobody could be reached at an address. */
public final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreachableException(String address, IOException cause) {
    super(address + ": " + cause.getMessage(), cause);
  }
}
