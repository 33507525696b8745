package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
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
    return channel.read(into);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return channel.write(bytes);
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
    try {
      channel.close();
    } catch (IOException e) {
      // A socket that fails to close is gone as well; there is nobody whom it could concern.
    }
  }
}
