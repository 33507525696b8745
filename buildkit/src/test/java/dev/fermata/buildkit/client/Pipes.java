package dev.fermata.buildkit.client;

import dev.fermata.buildkit.grpc.ByteStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** Two ends of one stream of bytes. */
record Pipes(ByteStream near, ByteStream far) {

  static Pipes open() throws IOException {
    var there = Pipe.open();
    var back = Pipe.open();
    return new Pipes(new End(back.source(), there.sink()), new End(there.source(), back.sink()));
  }

  private record End(Pipe.SourceChannel in, Pipe.SinkChannel out) implements ByteStream {
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(ByteBuffer.wrap(target, offset, length));
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }

    @Override
    public void close() {
      try (in;
          out) {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
