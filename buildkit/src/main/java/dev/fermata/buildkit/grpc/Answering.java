package dev.fermata.buildkit.grpc;

import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.util.function.Function;

/** Calls of the engine that are answered with one message. */
public final class Answering {
  private Answering() {}

  /** What {@code answer} throws is told to the engine as the reason why there is none. */
  public static <I, O> ServerCallHandler<I, O> handler(Function<I, O> answer) {
    return ServerCalls.asyncUnaryCall((request, observer) -> {
      try {
        observer.onNext(answer.apply(request));
        observer.onCompleted();
      } catch (RuntimeException e) {
        observer.onError(status(e).asRuntimeException());
      }
    });
  }

  static Status status(Throwable e) {
    if (e instanceof StatusRuntimeException known) {
      return known.getStatus();
    }
    Status kind = e instanceof IOException ? Status.UNAVAILABLE : Status.INTERNAL;
    return kind.withDescription(String.valueOf(e.getMessage())).withCause(e);
  }
}
