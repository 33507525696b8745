package dev.fermata.buildkit.client;

import dev.fermata.buildkit.grpc.ByteStream;
import dev.fermata.buildkit.grpc.Connections;
import dev.fermata.buildkit.grpc.Endpoint;
import dev.fermata.buildkit.grpc.ServedStream;
import dev.fermata.buildkit.message.Fields;
import dev.fermata.buildkit.message.Message;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** An engine with a BuildKit that does what a test says, over pipes in place of sockets. */
final class FakeEngine implements Endpoint, AutoCloseable {

  /** What is done for a solve. */
  @FunctionalInterface
  interface Builder {
    Message build(Running running) throws Exception;
  }

  /** A solve that goes on: its request, the session's client, and what ends with it. */
  record Running(
      Fields request,
      ManagedChannel session,
      BlockingQueue<Optional<Message>> status,
      CountDownLatch cancelled) {
    void tell(Message message) {
      status.add(Optional.of(message));
    }
  }

  private final Builder builder;
  private final BlockingQueue<Optional<Message>> status = new LinkedBlockingQueue<>();
  private final CompletableFuture<Offer> offer = new CompletableFuture<>();
  private final CompletableFuture<ManagedChannel> session = new CompletableFuture<>();
  private final CompletableFuture<ServedStream> server = new CompletableFuture<>();

  FakeEngine(Builder builder) {
    this.builder = builder;
  }

  Offer offer() {
    return offer.join();
  }

  @Override
  public ByteStream connect() throws IOException {
    var pipes = Pipes.open();
    server.complete(Connections.server(pipes.far(), List.of(control())));
    return pipes.near();
  }

  @Override
  public ByteStream openSession(Offer offered) throws IOException {
    var pipes = Pipes.open();
    offer.complete(offered);
    session.complete(
        Connections.client(
            new Endpoint() {
              @Override
              public ByteStream connect() {
                return pipes.far();
              }

              @Override
              public ByteStream openSession(Offer another) {
                throw new IllegalStateException("a session has no session");
              }
            }));
    return pipes.near();
  }

  private ServerServiceDefinition control() {
    return ServerServiceDefinition.builder("moby.buildkit.v1.Control")
        .addMethod(method("Solve", MethodType.UNARY), ServerCalls.asyncUnaryCall(this::solve))
        .addMethod(
            method("Status", MethodType.SERVER_STREAMING),
            ServerCalls.asyncServerStreamingCall(this::tell))
        .addMethod(
            method("ListWorkers", MethodType.UNARY),
            ServerCalls.asyncUnaryCall((request, answer) -> {
              Message worker =
                  out ->
                      out.text(1, "w")
                          .map(2, Map.of("label", "value"))
                          .message(3, platform -> platform.text(1, "arm64").text(2, "linux"));
              answer.onNext(out -> out.message(1, worker));
              answer.onCompleted();
            }))
        .build();
  }

  private void solve(Fields request, StreamObserver<Message> answer) {
    var cancelled = new CountDownLatch(1);
    ((ServerCallStreamObserver<Message>) answer).setOnCancelHandler(cancelled::countDown);
    Thread.ofVirtual()
        .start(() -> {
          try {
            Message built = builder.build(new Running(request, session.join(), status, cancelled));
            status.add(Optional.empty());
            answer.onNext(built);
            answer.onCompleted();
          } catch (Exception e) {
            status.add(Optional.empty());
            answer.onError(e);
          }
        });
  }

  private void tell(Fields request, StreamObserver<Message> answer) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            for (var next = status.take(); next.isPresent(); next = status.take()) {
              answer.onNext(next.get());
            }
            answer.onCompleted();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static MethodDescriptor<Fields, Message> method(String name, MethodType type) {
    return MethodDescriptor.<Fields, Message>newBuilder()
        .setType(type)
        .setFullMethodName("moby.buildkit.v1.Control/" + name)
        .setRequestMarshaller(new Reading())
        .setResponseMarshaller(new Writing())
        .build();
  }

  private static final class Reading implements MethodDescriptor.Marshaller<Fields> {
    @Override
    public InputStream stream(Fields value) {
      throw new IllegalStateException("never sent");
    }

    @Override
    public Fields parse(InputStream in) {
      try {
        return Fields.of(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Writing implements MethodDescriptor.Marshaller<Message> {
    @Override
    public InputStream stream(Message value) {
      return new ByteArrayInputStream(value.encoded());
    }

    @Override
    public Message parse(InputStream in) {
      throw new IllegalStateException("never read");
    }
  }

  @Override
  public void close() {
    if (session.isDone()) {
      session.join().shutdownNow();
    }
    if (server.isDone()) {
      server.join().close();
    }
  }
}
