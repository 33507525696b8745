package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * A way for bytes to an engine and back: a socket, and one day what is encrypted, or the input and
 * output of a command. Read by one thread and written by one; closed from any, which ends a
 * connect, a read or a write with an {@link java.nio.channels.AsynchronousCloseException}.
 */
public interface Wire extends ByteChannel {

  /** Called once, before anything is sent; what cannot be reached fails here. */
  void connect() throws IOException;

  /** Tells the other side that nothing more will be sent; its bytes can still be read. */
  void halfClose() throws IOException;

  /**
   * Whether the other side has neither sent anything nor closed it, as far as is known here. Reads
   * into {@code spare}, since no connection that is asked so often should make a buffer for it.
   */
  boolean isQuiet(ByteBuffer spare);

  @Override
  void close();
}
