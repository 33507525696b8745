package dev.fermata.runner.testing;

import dev.fermata.runner.docker.transport.Address;
import dev.fermata.runner.docker.transport.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A socket in front of the engine's that keeps what clients send through it. */
public final class Relay implements AutoCloseable {
  private static final Pattern REQUEST =
      Pattern.compile("^(GET|HEAD|POST|PUT|DELETE) (\\S+) HTTP/1\\.1\r\n", Pattern.MULTILINE);

  private final List<SocketChannel> clients = new CopyOnWriteArrayList<>();
  private final List<ByteArrayOutputStream> connections = new CopyOnWriteArrayList<>();
  private final ServerSocketChannel server;
  private final Path front;
  private final Address engine;

  private Relay(Path front, Address engine) throws IOException {
    this.front = front;
    this.engine = engine;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(front));
  }

  public static Relay before(Address engine) {
    try {
      Path front = Files.createTempDirectory("relay").resolve("docker.sock");
      var relay = new Relay(front, engine);
      Thread.ofVirtual().start(relay::serve);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For {@code DOCKER_HOST}. */
  public String address() {
    return "unix://" + front;
  }

  /** What was sent so far, a text for each connection; one char is one byte. */
  public List<String> sent() {
    return connections.stream().map(bytes -> bytes.toString(StandardCharsets.ISO_8859_1)).toList();
  }

  /** What was asked so far: {@code GET /v1.41/containers/json?...}. */
  public List<String> requests() {
    return sent().stream()
        .flatMap(text -> REQUEST.matcher(text).results())
        .map(Relay::request)
        .toList();
  }

  private static String request(MatchResult line) {
    return line.group(1) + " " + line.group(2);
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        Wire upstream = engine.open();
        upstream.connect();
        var kept = new ByteArrayOutputStream();
        connections.add(kept);
        clients.add(client);
        Thread.ofVirtual().start(() -> pump(client, upstream, kept));
        Thread.ofVirtual().start(() -> pump(upstream, client, new ByteArrayOutputStream()));
      }
    } catch (IOException closed) {
      // The end of the relay: close() closed the socket.
    }
  }

  private static void pump(ByteChannel from, ByteChannel to, ByteArrayOutputStream kept) {
    var buffer = ByteBuffer.allocate(65_536);
    try (from;
        to) {
      while (from.read(buffer.clear()) >= 0) {
        buffer.flip();
        kept.write(buffer.array(), 0, buffer.limit());
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
    } catch (IOException closed) {
      // Either end hung up; closing both, as we do, is all there is to do.
    }
  }

  /** As when the engine dies: nothing that was begun goes on, and nothing can be begun. */
  public void cut() {
    close();
    for (SocketChannel client : clients) {
      try {
        client.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(front);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
