package dev.fermata.runner.ready;

import dev.fermata.buildkit.grpc.ByteStream;
import dev.fermata.buildkit.health.ServerHealth;
import dev.fermata.model.ready.ReadyCheck;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;

/** What gRPC's health service says. */
record GrpcHealth(Ways ways, ReadyCheck.Grpc wanted) implements Question {

  @Override
  public Reply ask(Duration timeout) throws InterruptedException {
    return ways.reply(
        wanted.port(),
        timeout,
        line ->
            ServerHealth.complaint(new Bytes(line.socket()), wanted.service(), timeout)
                .<Reply>map(Reply.NotYet::new)
                .orElse(Reply.READY));
  }

  /** A connection as gRPC wants it. */
  private record Bytes(Socket socket) implements ByteStream {
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return socket.getInputStream().read(target, offset, length);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      socket.getOutputStream().write(all);
    }

    @Override
    public void close() {
      Way.close(socket);
    }
  }
}
