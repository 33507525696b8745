package dev.fermata.buildkit.client;

import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.message.Text;
import dev.fermata.buildkit.status.Status;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hands on what the engine tells of a solve. That it ends otherwise than by its end is no failure
 * of the build: the solve's own answer counts.
 */
final class StatusReader implements StreamObserver<Status> {
  private final ClientCall<Text, Status> call;
  private final Consumer<Status> listener;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicReference<RuntimeException> bug = new AtomicReference<>();

  private StatusReader(ClientCall<Text, Status> call, Consumer<Status> listener) {
    this.call = call;
    this.listener = listener;
  }

  static StatusReader start(Channel channel, Text ref, Consumer<Status> listener) {
    var call = channel.newCall(Methods.STATUS, CallOptions.DEFAULT);
    var reader = new StatusReader(call, listener);
    ClientCalls.asyncServerStreamingCall(call, ref, reader);
    return reader;
  }

  @Override
  public void onNext(Status status) {
    begun.set(true);
    try {
      listener.accept(status);
    } catch (RuntimeException e) {
      bug.compareAndSet(null, e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    ended.countDown();
  }

  @Override
  public void onCompleted() {
    ended.countDown();
  }

  /** Waits for the last of it. A second interrupt is one more wish to leave, and leaves at once. */
  void end(long most, TimeUnit unit) {
    try {
      ended.await(most, unit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (bug.get() != null) {
      throw bug.get();
    }
  }

  /** Whether the engine has told anything: of a solve that it never got, it never will. */
  boolean hasBegun() {
    return begun.get();
  }

  void cancel() {
    call.cancel("the build has ended", null);
  }
}
