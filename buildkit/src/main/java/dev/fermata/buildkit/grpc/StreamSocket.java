package dev.fermata.buildkit.grpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** A stream in the shape of a socket, which is all that grpc-okhttp takes. */
final class StreamSocket extends Socket {
  /** Nobody connects to it; it is asked for in messages only. */
  static final InetSocketAddress NOWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  private final ByteStream stream;
  private volatile boolean closed;

  StreamSocket(ByteStream stream) {
    this.stream = stream;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        try {
          return stream.read(target, offset, length);
        } catch (IOException e) {
          return endOrFailure(e);
        }
      }

      @Override
      public void close() {
        StreamSocket.this.close();
      }
    };
  }

  /** That we have closed it ourselves is an end, which gRPC writes no log of. */
  private int endOrFailure(IOException e) throws IOException {
    if (closed) {
      return -1;
    }
    throw e;
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] source, int offset, int length) throws IOException {
        stream.write(ByteBuffer.wrap(source, offset, length));
      }

      @Override
      public void close() {
        StreamSocket.this.close();
      }
    };
  }

  @Override
  public void setTcpNoDelay(boolean wanted) {
    // The stream sends at once what it is given.
  }

  /** Closing ends a read that waits: no time is needed for that. */
  @Override
  public void setSoTimeout(int milliseconds) {
    // See above.
  }

  @Override
  public void shutdownOutput() {
    // The engine is told by the frames that end a connection.
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return NOWHERE;
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return NOWHERE;
  }

  @Override
  public InetAddress getInetAddress() {
    return NOWHERE.getAddress();
  }

  @Override
  public int getPort() {
    return NOWHERE.getPort();
  }

  @Override
  public void close() {
    closed = true;
    stream.close();
  }
}
