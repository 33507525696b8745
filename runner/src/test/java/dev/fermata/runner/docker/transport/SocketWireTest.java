package dev.fermata.runner.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SocketWireTest {
  private static final int ROUNDS = 200;

  private ServerSocketChannel server;
  private UnixDomainSocketAddress address;

  @BeforeEach
  void listen(@TempDir Path folder) throws IOException {
    address = UnixDomainSocketAddress.of(folder.resolve("socket"));
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @Test
  void a_read_that_is_closed_meanwhile_ends_as_closed_and_not_as_the_end_of_what_was_sent()
      throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var wire = connected();
      try (SocketChannel engine = server.accept()) {
        var begun = new CountDownLatch(1);
        var outcome = new CompletableFuture<Throwable>();
        Thread.ofPlatform()
            .start(() -> {
              begun.countDown();
              outcome.complete(catchThrowable(() -> wire.read(ByteBuffer.allocate(1))));
            });
        begun.await();

        wire.close();

        assertThat(outcome.get()).as("round %s", round).isInstanceOf(ClosedChannelException.class);
        assertThat(engine.read(ByteBuffer.allocate(1))).isNegative();
      }
    }
  }

  @Test
  void a_wire_that_was_never_connected_can_be_closed() throws IOException {
    var wire = new SocketWire(SocketChannel.open(StandardProtocolFamily.UNIX), () -> address);

    wire.close();

    assertThat(wire.isOpen()).isFalse();
  }

  private SocketWire connected() throws IOException {
    var wire = new SocketWire(SocketChannel.open(StandardProtocolFamily.UNIX), () -> address);
    wire.connect();
    return wire;
  }
}
