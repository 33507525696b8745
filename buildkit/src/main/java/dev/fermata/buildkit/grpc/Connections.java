package dev.fermata.buildkit.grpc;

import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Both roles on streams of bytes. The limits are BuildKit's own, since the defaults are too low for
 * it: the patterns of a long {@code .dockerignore} come as headers. No thread is ever interrupted,
 * which would close its socket.
 */
public final class Connections {
  private static final int LIMIT = 16 * 1024 * 1024;
  private static final int WINDOW = 1024 * 1024;

  /** Kept, since the runtime forgets the levels of loggers that nobody holds. */
  private static final Logger GRPC = Logger.getLogger("io.grpc");

  static {
    // Why a connection broke is the status of its calls too; its log is for the user's terminal.
    if (GRPC.getLevel() == null) {
      GRPC.setLevel(Level.OFF);
    }
  }

  private Connections() {}

  /** A channel to the engine, which connects with its first call. */
  public static ManagedChannel client(Endpoint endpoint) {
    return client(endpoint::connect);
  }

  /** A channel for one connection, which is there already. */
  public static ManagedChannel over(ByteStream stream) {
    return client(() -> stream);
  }

  private static ManagedChannel client(ConnectingSockets.Opening opening) {
    ExecutorService threads = threads("buildkit-call-");
    return OkHttpChannelBuilder.forAddress(
            StreamSocket.NOWHERE.getAddress().getHostAddress(), StreamSocket.NOWHERE.getPort())
        .usePlaintext()
        .overrideAuthority("localhost")
        .socketFactory(new ConnectingSockets(opening))
        .proxyDetector(address -> null)
        .disableRetry()
        .executor(threads)
        .transportExecutor(threads)
        .maxInboundMessageSize(LIMIT)
        .maxInboundMetadataSize(LIMIT)
        .build();
  }

  /** A server that has the engine at the other end of the stream as its only client. */
  public static ServedStream server(ByteStream stream, List<ServerServiceDefinition> services)
      throws IOException {
    var socket = new StreamSocket(stream);
    ExecutorService threads = threads("buildkit-session-");
    Server server =
        OkHttpServerBuilder.forPort(StreamSocket.NOWHERE, InsecureServerCredentials.create())
            .socketFactory(AcceptedSocket.factory(socket))
            .executor(threads)
            .transportExecutor(threads)
            .permitKeepAliveTime(0, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .flowControlWindow(WINDOW)
            .maxInboundMessageSize(LIMIT)
            .maxInboundMetadataSize(LIMIT)
            .addServices(services)
            .build();
    return new ServedStream(socket, server);
  }

  private static ExecutorService threads(String name) {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 0).factory());
  }
}
