package dev.fermata.buildkit.session;

import dev.fermata.buildkit.grpc.Answering;
import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.grpc.ServerStream;
import dev.fermata.buildkit.message.Bytes;
import dev.fermata.buildkit.message.Empty;
import dev.fermata.buildkit.message.Text;
import io.grpc.Metadata;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/** SSH agents by their ids: the engine speaks to their sockets through us. */
record AgentService(SortedMap<String, Path> agents) {
  private static final int PIECE = 32 * 1024;
  private static final Metadata.Key<String> ID =
      Metadata.Key.of("buildkit.ssh.id", Metadata.ASCII_STRING_MARSHALLER);

  ServerServiceDefinition definition() {
    return ServerServiceDefinition.builder(String.valueOf(Methods.CHECK_AGENT.getServiceName()))
        .addMethod(Methods.CHECK_AGENT, Answering.handler(this::check))
        .addMethod(Methods.FORWARD_AGENT, ServerStream.handler(this::forward))
        .build();
  }

  private Empty check(Text id) {
    socket(id.text());
    return new Empty();
  }

  private Path socket(String id) {
    String name = id.isEmpty() ? "default" : id;
    return Optional.ofNullable(agents.get(name))
        .orElseThrow(() ->
            Status.NOT_FOUND
                .withDescription("the build has no SSH agent `" + name + "`")
                .asRuntimeException());
  }

  private void forward(Metadata headers, ServerStream<Bytes, Bytes> stream) throws IOException {
    String id = Optional.ofNullable(headers.get(ID)).orElse("");
    try (var agent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      agent.connect(UnixDomainSocketAddress.of(socket(id)));
      Thread.ofVirtual().name("ssh-agent").start(() -> toAgent(stream, agent));
      toEngine(agent, stream);
    }
  }

  /** Ends with the engine's call; what the agent has to say after that is of no use to anybody. */
  private static void toAgent(ServerStream<Bytes, Bytes> stream, SocketChannel agent) {
    try {
      for (var piece = stream.receive(); piece.isPresent(); piece = stream.receive()) {
        ByteBuffer rest = piece.get().content();
        while (rest.hasRemaining()) {
          agent.write(rest);
        }
      }
      agent.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(agent);
    }
  }

  private static void closeQuietly(SocketChannel agent) {
    try {
      agent.close();
    } catch (IOException e) {
      // Its reader has seen the end all the same.
    }
  }

  private static void toEngine(SocketChannel agent, ServerStream<Bytes, Bytes> stream)
      throws IOException {
    var piece = ByteBuffer.allocate(PIECE);
    while (agent.read(piece) >= 0) {
      stream.send(new Bytes(piece.flip()));
      piece.clear();
    }
  }
}
