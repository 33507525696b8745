package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/** Where an engine listens; its text form is that of {@code DOCKER_HOST}. */
public sealed interface Address {

  /** A channel that is not connected yet, so that somebody can close it while it connects. */
  SocketChannel open() throws IOException;

  SocketAddress target() throws IOException;

  /** A Unix-domain socket. */
  record Unix(String path) implements Address {
    @Override
    public SocketChannel open() throws IOException {
      return SocketChannel.open(StandardProtocolFamily.UNIX);
    }

    @Override
    public SocketAddress target() {
      return UnixDomainSocketAddress.of(path);
    }

    @Override
    public String toString() {
      return "unix://" + path;
    }
  }

  /** A TCP port without encryption. */
  record Tcp(String host, int port) implements Address {
    @Override
    public SocketChannel open() throws IOException {
      return SocketChannel.open().setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    @Override
    public SocketAddress target() throws IOException {
      var resolved = new InetSocketAddress(host, port);
      if (resolved.isUnresolved()) {
        throw new UnknownHostException(host);
      }
      return resolved;
    }

    @Override
    public String toString() {
      return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }
}
