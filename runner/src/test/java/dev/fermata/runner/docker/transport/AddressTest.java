package dev.fermata.runner.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another way to an engine, such as an encrypted one, is a class that nothing here knows. */
@Timeout(20)
class AddressTest {
  /** Counts what goes either way through the wire of another address. */
  private record Counted(Address inner, AtomicInteger sent, AtomicInteger read) implements Address {
    @Override
    public Wire open() throws IOException {
      return new CountedWire(inner.open(), this);
    }

    @Override
    public boolean isLocal() {
      return inner.isLocal();
    }
  }

  private record CountedWire(Wire inner, Counted counted) implements Wire {
    @Override
    public void connect() throws IOException {
      inner.connect();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      int count = inner.read(into);
      counted.read().addAndGet(Math.max(count, 0));
      return count;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int count = inner.write(bytes);
      counted.sent().addAndGet(count);
      return count;
    }

    @Override
    public void halfClose() throws IOException {
      inner.halfClose();
    }

    @Override
    public boolean isQuiet(ByteBuffer spare) {
      return inner.isQuiet(spare);
    }

    @Override
    public boolean isOpen() {
      return inner.isOpen();
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  @Test
  void one_that_wraps_another_carries_every_byte_of_a_call() throws IOException {
    try (var server = new ScriptedServer()) {
      var request = new StringBuilder();
      server.then(peer -> {
        request.append(peer.request());
        peer.answer(200, "fine");
      });
      var address = new Counted(server.address(), new AtomicInteger(), new AtomicInteger());
      try (var transport = new HttpTransport(address);
          Reply reply = transport.send(Outgoing.call("GET", "/x"))) {
        assertThat(reply.getBody().readAllBytes())
            .isEqualTo("fine".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(address.sent()).hasValueGreaterThanOrEqualTo(request.length());
      assertThat(address.read()).hasValueGreaterThan("fine".length());
    }
  }

  @Test
  void a_socket_is_local_and_a_port_is_not() {
    assertThat(new Address.Unix("/x").isLocal()).isTrue();
    assertThat(new Address.Tcp("localhost", 2375).isLocal()).isFalse();
  }
}
