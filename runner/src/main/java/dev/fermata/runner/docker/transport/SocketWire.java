package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;

/** A Unix-domain or TCP socket. */
final class SocketWire implements Wire {
  /** Known when it is connected only: a name may have to be resolved. */
  @FunctionalInterface
  interface Target {
    SocketAddress resolve() throws IOException;
  }

  private final SocketChannel channel;
  private final Target target;
  private volatile boolean closed;

  SocketWire(SocketChannel channel, Target target) {
    this.channel = channel;
    this.target = target;
  }

  @Override
  public void connect() throws IOException {
    channel.connect(target.resolve());
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    if (count < 0 && closed) {
      throw new AsynchronousCloseException();
    }
    return count;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    try {
      return channel.write(bytes);
    } catch (IOException e) {
      if (closed) {
        throw (IOException) new AsynchronousCloseException().initCause(e);
      }
      throw e;
    }
  }

  @Override
  public void halfClose() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public boolean isQuiet(ByteBuffer spare) {
    try {
      channel.configureBlocking(false);
      int count = channel.read(spare);
      channel.configureBlocking(true);
      return count == 0;
    } catch (IOException e) {
      // What cannot even be asked carries nothing any more.
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    endReadsAndWrites();
    try {
      channel.close();
    } catch (IOException e) {
      // A socket that fails to close is gone as well; there is nobody whom it could concern.
    }
  }

  /**
   * A close wakes a thread that waits in a read by a signal, and one that is just handling another
   * signal goes back to its read and stays there: a shutdown ends that read as well.
   */
  private void endReadsAndWrites() {
    if (!channel.isConnected()) {
      return;
    }
    try {
      channel.shutdownInput();
      channel.shutdownOutput();
    } catch (IOException e) {
      // Either side has closed it before, and its reads and writes have ended.
    }
  }
}
