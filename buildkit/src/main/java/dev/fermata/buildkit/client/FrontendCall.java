package dev.fermata.buildkit.client;

import com.google.common.util.concurrent.ListenableFuture;
import dev.fermata.buildkit.Solve;
import dev.fermata.buildkit.Solved;
import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.message.FrontendRequest;
import dev.fermata.buildkit.message.NoResult;
import dev.fermata.buildkit.message.SolveRequest;
import dev.fermata.buildkit.session.Session;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

/**
 * A solve that names no frontend leaves it to its client to ask one: the answer comes to us, which
 * that of an ordinary solve does not.
 */
record FrontendCall(Channel channel, Session session) {
  private static final Metadata.Key<String> BUILD_ID =
      Metadata.Key.of("buildkit-controlapi-buildid", Metadata.ASCII_STRING_MARSHALLER);

  SortedMap<String, byte[]> ask(Solve request) throws IOException {
    String ref = Ids.random();
    ClientCall<SolveRequest, Solved> frame = channel.newCall(Methods.SOLVE, CallOptions.DEFAULT);
    ListenableFuture<Solved> end =
        ClientCalls.futureUnaryCall(frame, new SolveRequest(ref, session.id(), nothing()));
    try {
      SortedMap<String, byte[]> answer = answer(within(ref), request);
      end.get();
      return answer;
    } catch (InterruptedException e) {
      throw RunningSolve.interrupted(e);
    } catch (ExecutionException e) {
      throw RunningSolve.failure(session, e);
    } finally {
      frame.cancel("the request has ended", null);
    }
  }

  private static SortedMap<String, byte[]> answer(Channel bridge, Solve request)
      throws InterruptedException, ExecutionException {
    ListenableFuture<SortedMap<String, byte[]>> answer =
        ClientCalls.futureUnaryCall(
            bridge.newCall(Methods.ASK_FRONTEND, CallOptions.DEFAULT),
            new FrontendRequest(request));
    SortedMap<String, byte[]> metadata = answer.get();
    ClientCalls.futureUnaryCall(bridge.newCall(Methods.RETURN, CallOptions.DEFAULT), new NoResult())
        .get();
    return metadata;
  }

  private Channel within(String ref) {
    var headers = new Metadata();
    headers.put(BUILD_ID, ref);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static Solve nothing() {
    return new Solve("", new TreeMap<>(), List.of(), List.of(), List.of(), new TreeSet<>());
  }
}
