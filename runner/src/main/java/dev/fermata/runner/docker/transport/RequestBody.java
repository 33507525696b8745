package dev.fermata.runner.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.jspecify.annotations.Nullable;

/** What a request of docker-java's form carries: bytes at hand, or a stream that it reads. */
final class RequestBody {
  private static final int PIPE = 64 * 1024;

  private RequestBody() {}

  static Request.Builder added(Outgoing.Body body, Request.Builder request) throws IOException {
    switch (body) {
      case Outgoing.Bytes bytes -> {
        if (!bytes.type().isEmpty()) {
          request.putHeader("Content-Type", bytes.type()).bodyBytes(bytes.content());
        }
      }
      case Outgoing.Written written ->
          request.putHeader("Content-Type", written.type()).body(piped(written.writer()));
    }
    return request;
  }

  private static InputStream piped(Outgoing.Writer writer) throws IOException {
    var in = new PipedInputStream(PIPE);
    var out = new PipedOutputStream(in);
    var piped = new Piped(in);
    Thread.ofVirtual().name("engine-body").start(() -> piped.fill(writer, out));
    return piped;
  }

  /** A pipe that does not take a writer that failed for one that has ended. */
  private static final class Piped extends FilterInputStream {
    private volatile @Nullable IOException failure;

    Piped(PipedInputStream in) {
      super(in);
    }

    void fill(Outgoing.Writer writer, PipedOutputStream out) {
      try (out) {
        write(writer, out);
      } catch (IOException e) {
        failure = e;
      }
    }

    /** A failure is noted here, before the end of the pipe: who reads that has to know of it. */
    private void write(Outgoing.Writer writer, PipedOutputStream out) {
      try {
        writer.writeTo(out);
      } catch (IOException e) {
        failure = e;
      } catch (RuntimeException | Error bug) {
        failure = new IOException("what the body is made of failed: " + bug.getMessage(), bug);
      }
    }

    @Override
    public int read() throws IOException {
      var single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      IOException failed = failure;
      if (count < 0 && failed != null) {
        throw new IOException(failed.getMessage(), failed);
      }
      return count;
    }
  }
}
