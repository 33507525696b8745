package dev.fermata.buildkit.grpc;

import io.grpc.Server;
import java.io.IOException;

/** A server on a stream, up to its close. */
public final class ServedStream implements AutoCloseable {
  private final StreamSocket socket;
  private final Server server;

  ServedStream(StreamSocket socket, Server server) throws IOException {
    this.socket = socket;
    this.server = server;
    server.start();
  }

  @Override
  public void close() {
    socket.close();
    server.shutdownNow();
  }
}
