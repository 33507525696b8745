package dev.fermata.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A relay in front of the engine's Unix socket that notes the request lines that go through it. */
public final class EngineRelay implements AutoCloseable {
  private static final Pattern REQUEST =
      Pattern.compile("^(GET|HEAD|POST|PUT|DELETE) (\\S+) HTTP/1\\.1\r\n");

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final ServerSocketChannel server;
  private final Path front;
  private final UnixDomainSocketAddress engine;

  private EngineRelay(Path front, UnixDomainSocketAddress engine) throws IOException {
    this.front = front;
    this.engine = engine;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(front));
  }

  public static EngineRelay open() {
    try {
      String host =
          Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
      Path front = Files.createTempDirectory("relay").resolve("docker.sock");
      var relay =
          new EngineRelay(front, UnixDomainSocketAddress.of(host.substring("unix://".length())));
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

  /** What was asked so far: {@code GET /v1.41/containers/json?...}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        SocketChannel upstream = SocketChannel.open(engine);
        Thread.ofVirtual().start(() -> pump(client, upstream, true));
        Thread.ofVirtual().start(() -> pump(upstream, client, false));
      }
    } catch (IOException closed) {
      // The end of the relay: close() closed the socket.
    }
  }

  private void pump(SocketChannel from, SocketChannel to, boolean note) {
    var buffer = ByteBuffer.allocate(65_536);
    try (from;
        to) {
      while (from.read(buffer.clear()) >= 0) {
        buffer.flip();
        if (note) {
          note(StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString());
        }
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
    } catch (IOException closed) {
      // Either end hung up; closing both, as we do, is all there is to do.
    }
  }

  private void note(String text) {
    var matcher = REQUEST.matcher(text);
    if (matcher.find()) {
      requests.add(matcher.group(1) + " " + matcher.group(2));
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
