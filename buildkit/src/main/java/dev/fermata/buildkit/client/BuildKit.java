package dev.fermata.buildkit.client;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.fermata.buildkit.Serving;
import dev.fermata.buildkit.Solve;
import dev.fermata.buildkit.SolveException;
import dev.fermata.buildkit.Solved;
import dev.fermata.buildkit.files.FileSender;
import dev.fermata.buildkit.grpc.Connections;
import dev.fermata.buildkit.grpc.Endpoint;
import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.message.Empty;
import dev.fermata.buildkit.message.Worker;
import dev.fermata.buildkit.session.Session;
import dev.fermata.buildkit.status.Status;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The BuildKit of an engine, on a connection of its own that the first call opens. What the engine
 * refuses is a {@link SolveException}; a connection that fails is an {@link IOException}.
 */
public final class BuildKit implements AutoCloseable {
  /** Of calls that do not build. */
  private static final long SHORT_SECONDS = 30;

  private final Endpoint endpoint;
  private final FileSender files;
  private final ManagedChannel channel;

  public BuildKit(Endpoint endpoint, FileSender files) {
    this.endpoint = endpoint;
    this.files = files;
    this.channel = Connections.client(endpoint);
  }

  /**
   * Blocks until the build has ended. An interrupt cancels it: the engine ends the step that runs,
   * tells the end of all, and then the call ends with a {@link
   * java.nio.channels.ClosedByInterruptException}. {@code status} is told by one thread.
   */
  public Solved solve(Solve solve, Serving serving, Consumer<Status> status) throws IOException {
    try (var session = Session.open(endpoint, Ids.random(), serving, files)) {
      return new RunningSolve(channel, session, status).run(solve);
    }
  }

  /**
   * What a frontend answers to the request that its attributes name ({@code frontend.lint}), by its
   * own keys; nothing is built. An interrupt ends it as it does a build.
   */
  public SortedMap<String, byte[]> ask(Solve request, Serving serving) throws IOException {
    try (var session = Session.open(endpoint, Ids.random(), serving, files)) {
      return new FrontendCall(channel, session).ask(request);
    }
  }

  public List<Worker> workers() throws IOException {
    try {
      return ClientCalls.blockingUnaryCall(
          channel,
          Methods.LIST_WORKERS,
          CallOptions.DEFAULT.withDeadlineAfter(SHORT_SECONDS, SECONDS),
          new Empty());
    } catch (StatusRuntimeException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
