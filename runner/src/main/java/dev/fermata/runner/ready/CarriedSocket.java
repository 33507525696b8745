package dev.fermata.runner.ready;

import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.LogStream.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process in a container whose input and output are those of a connection. */
final class CarriedSocket extends Socket {
  private static final byte[] END = {};

  private final JoinedProcess process;
  private final LinkedBlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
  private final InputStream input = new Input();
  private final OutputStream output = new Output();
  private volatile int patience;

  CarriedSocket(JoinedProcess process, Duration patience) {
    this.process = process;
    this.patience = Math.toIntExact(patience.toMillis());
    Thread.ofVirtual().name("carried connection").start(this::read);
  }

  private void read() {
    try {
      for (var next = process.read(); next.isPresent(); next = process.read()) {
        next.filter(it -> it.origin() == Origin.STDOUT && it.bytes().length > 0)
            .map(JoinedProcess.Output::bytes)
            .ifPresent(pieces::add);
      }
    } finally {
      pieces.add(END);
    }
  }

  @Override
  public InputStream getInputStream() {
    return input;
  }

  @Override
  public OutputStream getOutputStream() {
    return output;
  }

  @Override
  public void setSoTimeout(int millis) {
    patience = millis;
  }

  @Override
  public int getSoTimeout() {
    return patience;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public synchronized void close() throws IOException {
    super.close();
    process.close();
  }

  /** What has come, in pieces; the last one stays when it is the end. */
  private final class Input extends InputStream {
    private byte[] piece = new byte[0];
    private int at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (at == piece.length && !isNextThere()) {
        return -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, count);
      at += count;
      return count;
    }

    @SuppressWarnings("ReferenceEquality") // the end is told by being that very piece
    private boolean isNextThere() throws IOException {
      byte[] next = next().orElseThrow(() -> new SocketTimeoutException("Read timed out"));
      if (next == END) {
        pieces.add(END);
        return false;
      }
      piece = next;
      at = 0;
      return true;
    }

    private Optional<byte[]> next() throws IOException {
      try {
        return Optional.ofNullable(pieces.poll(patience, TimeUnit.MILLISECONDS));
      } catch (InterruptedException left) {
        Thread.currentThread().interrupt();
        throw new IOException("left", left);
      }
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      process.write(Arrays.copyOfRange(bytes, offset, offset + length), length);
    }
  }
}
