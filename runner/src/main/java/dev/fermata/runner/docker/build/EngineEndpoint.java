package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.grpc.ByteStream;
import dev.fermata.buildkit.grpc.Endpoint;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;

/** BuildKit by the calls that hand over their connections: {@code /grpc} and {@code /session}. */
record EngineEndpoint(Api api) implements Endpoint {
  private static final String EXPOSE = "X-Docker-Expose-Session-";

  @Override
  public ByteStream connect() throws IOException {
    return open(Outgoing.hijackForHttp2("/grpc"));
  }

  @Override
  public ByteStream openSession(Offer offer) throws IOException {
    return open(
        Outgoing.hijackForHttp2("/session")
            .withHeader(EXPOSE + "Uuid", offer.id())
            .withHeader(EXPOSE + "Name", "")
            .withHeader(EXPOSE + "Sharedkey", offer.sharedKey())
            .withHeader(EXPOSE + "Grpc-Method", offer.methods()));
  }

  private ByteStream open(Outgoing call) throws IOException {
    Reply reply = api.open(api.exchange(call));
    return new ByteStream() {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return reply.getBody().read(target, offset, length);
      }

      @Override
      public void write(ByteBuffer bytes) throws IOException {
        reply.write(bytes);
      }

      @Override
      public void close() {
        reply.close();
      }
    };
  }
}
