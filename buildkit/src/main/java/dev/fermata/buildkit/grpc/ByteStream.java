package dev.fermata.buildkit.grpc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Bytes to an engine and back. One thread reads while another writes, so that neither may wait for
 * the other; closed from any, which ends both.
 */
public interface ByteStream extends Closeable {

  /** As {@link java.io.InputStream#read(byte[], int, int)}. */
  int read(byte[] target, int offset, int length) throws IOException;

  /** Writes all that remains. */
  void write(ByteBuffer bytes) throws IOException;

  @Override
  void close();
}
