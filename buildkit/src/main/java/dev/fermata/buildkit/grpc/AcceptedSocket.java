package dev.fermata.buildkit.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ServerSocketFactory;

/** Listens nowhere, and accepts one connection: the stream that is there already. */
final class AcceptedSocket extends ServerSocket {
  private final StreamSocket socket;
  private final AtomicBoolean accepted = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  private AcceptedSocket(StreamSocket socket) throws IOException {
    this.socket = socket;
  }

  static ServerSocketFactory factory(StreamSocket socket) {
    return new ServerSocketFactory() {
      @Override
      public ServerSocket createServerSocket() throws IOException {
        return new AcceptedSocket(socket);
      }

      @Override
      public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket();
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket();
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
          throws IOException {
        return createServerSocket();
      }
    };
  }

  @Override
  public Socket accept() throws IOException {
    if (accepted.compareAndSet(false, true)) {
      return socket;
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new SocketException("closed");
  }

  @Override
  public void bind(SocketAddress address) {
    // There is nothing to bind.
  }

  @Override
  public void bind(SocketAddress address, int backlog) {
    // There is nothing to bind.
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return StreamSocket.NOWHERE;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
