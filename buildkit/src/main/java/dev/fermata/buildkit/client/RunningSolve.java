package dev.fermata.buildkit.client;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.common.util.concurrent.ListenableFuture;
import dev.fermata.buildkit.Solve;
import dev.fermata.buildkit.Solved;
import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.message.SolveRequest;
import dev.fermata.buildkit.message.Text;
import dev.fermata.buildkit.session.Session;
import dev.fermata.buildkit.status.Status;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** One solve and the status of it, which the engine tells in a call beside. */
record RunningSolve(Channel channel, Session session, Consumer<Status> listener) {
  /** A status of a solve that has failed before it began would stay open for a while. */
  private static final long AFTER_END_SECONDS = 3;

  /** That of a step which has to be killed comes when it is dead. */
  private static final long AFTER_CANCEL_SECONDS = 20;

  Solved run(Solve solve) throws IOException {
    String ref = Ids.random();
    ClientCall<SolveRequest, Solved> call = channel.newCall(Methods.SOLVE, CallOptions.DEFAULT);
    ListenableFuture<Solved> answer =
        ClientCalls.futureUnaryCall(call, new SolveRequest(ref, session.id(), solve));
    var status = StatusReader.start(channel, new Text(ref), listener);
    try {
      Solved solved = answer.get();
      status.end(AFTER_END_SECONDS, SECONDS);
      return solved;
    } catch (InterruptedException e) {
      call.cancel("the build was cancelled", e);
      if (status.hasBegun()) {
        status.end(AFTER_CANCEL_SECONDS, SECONDS);
      }
      throw interrupted(e);
    } catch (ExecutionException e) {
      status.end(AFTER_END_SECONDS, SECONDS);
      throw failure(session, e);
    } finally {
      status.cancel();
    }
  }

  static ClosedByInterruptException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    var interrupted = new ClosedByInterruptException();
    interrupted.initCause(cause);
    return interrupted;
  }

  /** What failed on our side comes first: the engine only repeats its message. */
  static IOException failure(Session session, ExecutionException e) {
    if (session.failure().isPresent()) {
      throw session.failure().get();
    }
    if (e.getCause() instanceof StatusRuntimeException refused) {
      return Failures.of(refused);
    }
    throw new IllegalStateException("a bug: a call ended with " + e.getCause(), e);
  }
}
