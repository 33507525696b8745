package dev.fermata.buildkit.health;

import dev.fermata.buildkit.grpc.ByteStream;
import dev.fermata.buildkit.grpc.Connections;
import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.message.Health;
import dev.fermata.buildkit.message.Text;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One question to a server of gRPC. */
public final class ServerHealth {
  private ServerHealth() {}

  /**
   * Why {@code service}, or without a name the server as such, does not serve; empty if it does.
   */
  public static Optional<String> complaint(ByteStream stream, String service, Duration timeout) {
    ManagedChannel channel = Connections.over(stream);
    try {
      var options =
          CallOptions.DEFAULT.withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
      Health health =
          ClientCalls.blockingUnaryCall(channel, Methods.CHECK_HEALTH, options, new Text(service));
      return health.equals(Health.SERVING)
          ? Optional.empty()
          : Optional.of("the server says that it does not serve");
    } catch (StatusRuntimeException e) {
      return Optional.of(complaint(e.getStatus(), service));
    } finally {
      channel.shutdownNow();
      stream.close();
    }
  }

  private static String complaint(Status status, String service) {
    return switch (status.getCode()) {
      case UNIMPLEMENTED -> "the server has no health service of gRPC";
      case NOT_FOUND -> "the server knows no service `" + service + "`";
      case DEADLINE_EXCEEDED -> "the server does not answer";
      default ->
          "the server answers with "
              + status.getCode()
              + Optional.ofNullable(status.getDescription()).map(it -> ": " + it).orElse("");
    };
  }
}
