package dev.fermata.buildkit.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A call of the engine with messages both ways, for threads that wait: {@link #send} until the
 * engine takes more, {@link #receive} for its next message.
 */
public final class ServerStream<I, O> {
  /** How many messages the engine may send before the first is taken. */
  private static final int AHEAD = 64;

  /** Enough that a sender does not have to wait for each of its packets. */
  private static final int READY_BELOW = 256 * 1024;

  private final ServerCall<I, O> call;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<I> received = new ArrayDeque<>();
  private boolean ended;
  private boolean cancelled;

  private ServerStream(ServerCall<I, O> call) {
    this.call = call;
  }

  /** Serves one call, on a thread of its own. */
  @FunctionalInterface
  public interface Serving<I, O> {
    /** Its end is the call's; a {@link io.grpc.StatusRuntimeException} says how. */
    void serve(Metadata headers, ServerStream<I, O> stream) throws IOException;
  }

  public static <I, O> ServerCallHandler<I, O> handler(Serving<I, O> serving) {
    return (call, headers) -> {
      var stream = new ServerStream<I, O>(call);
      call.setOnReadyThreshold(READY_BELOW);
      call.sendHeaders(new Metadata());
      call.request(AHEAD);
      Thread.ofVirtual().name("buildkit-serving").start(() -> stream.run(serving, headers));
      return stream.new Listener();
    };
  }

  private void run(Serving<I, O> serving, Metadata headers) {
    try {
      serving.serve(headers, this);
      close(Status.OK);
    } catch (IOException | RuntimeException | Error e) {
      close(Answering.status(e));
    }
  }

  private void close(Status status) {
    lock.lock();
    try {
      if (!cancelled) {
        call.close(status, new Metadata());
      }
    } finally {
      lock.unlock();
    }
  }

  public void send(O message) throws IOException {
    lock.lock();
    try {
      await(call::isReady);
      call.sendMessage(message);
    } finally {
      lock.unlock();
    }
  }

  /** Empty where the engine has said that it sends nothing more. */
  public Optional<I> receive() throws IOException {
    lock.lock();
    try {
      await(() -> ended || !received.isEmpty());
      if (received.isEmpty()) {
        return Optional.empty();
      }
      call.request(1);
      return Optional.of(received.remove());
    } finally {
      lock.unlock();
    }
  }

  /** The same, where the engine has to send one more. */
  public I receiveNext() throws IOException {
    return receive().orElseThrow(() -> new EOFException("the engine ended the call too early"));
  }

  private void await(BooleanSupplier condition) throws IOException {
    try {
      while (!cancelled && !condition.getAsBoolean()) {
        changed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
    if (cancelled) {
      throw new EOFException("the engine has cancelled the call");
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private final class Listener extends ServerCall.Listener<I> {
    @Override
    public void onMessage(I message) {
      change(() -> received.add(message));
    }

    @Override
    public void onHalfClose() {
      change(() -> ended = true);
    }

    @Override
    public void onCancel() {
      change(() -> cancelled = true);
    }

    @Override
    public void onReady() {
      change(() -> {});
    }
  }
}
