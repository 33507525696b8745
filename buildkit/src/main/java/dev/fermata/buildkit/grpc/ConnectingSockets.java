package dev.fermata.buildkit.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Gives a client a new stream for each connection that it wants, wherever that is to lead. */
final class ConnectingSockets extends SocketFactory {
  /** Opens a stream. */
  @FunctionalInterface
  interface Opening {
    ByteStream open() throws IOException;
  }

  private final Opening opening;

  ConnectingSockets(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Socket createSocket() throws IOException {
    return new StreamSocket(opening.open());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket();
  }
}
