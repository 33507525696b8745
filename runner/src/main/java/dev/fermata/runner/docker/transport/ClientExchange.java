package dev.fermata.runner.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exchange by somebody else's client. The call has a thread of its own, so that whoever waits
 * for it can leave: most clients end a call with its response only.
 */
final class ClientExchange implements Exchange {
  private final Outgoing request;
  private final ClientTransport transport;
  private final Deadlines deadlines;
  private final CompletableFuture<Response> response = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Thread caller;
  private @Nullable Future<?> deadline;
  private @Nullable IOException ended;

  ClientExchange(Outgoing request, ClientTransport transport, Deadlines deadlines) {
    this.request = request;
    this.transport = transport;
    this.deadlines = deadlines;
  }

  @Override
  public Outgoing request() {
    return request;
  }

  @Override
  public void begin() throws IOException {
    lock.lock();
    try {
      if (caller != null || ended != null) {
        return;
      }
      if (request.deadline().isPresent()) {
        deadline = deadlines.in(request.deadline().get(), () -> end(late()));
      }
      caller = Thread.ofVirtual().name("engine-call").start(this::call);
    } finally {
      lock.unlock();
    }
  }

  private void call() {
    try {
      arrived(transport.execute(translated()));
    } catch (IOException e) {
      response.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      response.completeExceptionally(failure(e));
    }
  }

  private Request translated() throws IOException {
    Request.Builder made = Request.builder();
    made.method(request.method()).path(request.path()).headers(headers());
    return RequestBody.added(request.body(), made).build();
  }

  private Map<String, String> headers() {
    return request.headers().entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, header -> String.join(", ", header.getValue())));
  }

  private void arrived(Response answer) {
    if (!response.complete(answer)) {
      answer.close();
    }
  }

  /** Clients wrap what went wrong in exceptions of their own. */
  private IOException failure(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return new UnreachableException(transport.address(), (IOException) cause);
      }
      if (cause instanceof IOException io) {
        return io;
      }
    }
    return new IOException(String.valueOf(e.getMessage()), e);
  }

  @Override
  public Reply reply() throws IOException {
    begin();
    try {
      return new ClientReply(this, response.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new ClosedByInterruptException();
    } catch (ExecutionException e) {
      throw explain(e.getCause() instanceof IOException io ? io : new IOException(e.getCause()));
    }
  }

  /** What a failure means: of one that was ended, the client only says that it broke off. */
  IOException explain(IOException failure) {
    lock.lock();
    try {
      if (ended != null) {
        return ended;
      }
    } finally {
      lock.unlock();
    }
    close();
    return failure instanceof InterruptedIOException ? new ClosedByInterruptException() : failure;
  }

  private IOException late() {
    return new SocketTimeoutException(
        "no answer within " + request.deadline().orElseThrow().toSeconds() + " s");
  }

  @Override
  public void close() {
    end(new AsynchronousCloseException());
  }

  private void end(IOException why) {
    Optional<Thread> waiting;
    lock.lock();
    try {
      if (ended != null) {
        return;
      }
      ended = why;
      waiting = Optional.ofNullable(caller).filter(thread -> !response.isDone());
      if (deadline != null) {
        deadline.cancel(false);
      }
    } finally {
      lock.unlock();
    }
    waiting.ifPresent(Thread::interrupt);
    if (!response.completeExceptionally(why) && !response.isCompletedExceptionally()) {
      response.join().close();
    }
  }
}
