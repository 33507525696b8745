package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/**
 * Where an engine listens, and how it is reached; its text form is that of {@code DOCKER_HOST}. One
 * way more is a class that opens its own {@link Wire}, perhaps around that of another address.
 */
public interface Address {

  /** A wire that is not connected yet, so that somebody can close it while it connects. */
  Wire open() throws IOException;

  /** Whether no network is between. */
  boolean isLocal();

  /** A Unix-domain socket. */
  record Unix(String path) implements Address {
    @Override
    public Wire open() throws IOException {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      return new SocketWire(channel, () -> UnixDomainSocketAddress.of(path));
    }

    @Override
    public boolean isLocal() {
      return true;
    }

    @Override
    public String toString() {
      return "unix://" + path;
    }
  }

  /** A TCP port without encryption. */
  record Tcp(String host, int port) implements Address {
    @Override
    public Wire open() throws IOException {
      SocketChannel channel = SocketChannel.open();
      return new SocketWire(
          channel.setOption(StandardSocketOptions.TCP_NODELAY, true), this::target);
    }

    @Override
    public boolean isLocal() {
      return false;
    }

    private SocketAddress target() throws IOException {
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
