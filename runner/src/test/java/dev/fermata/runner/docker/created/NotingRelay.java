package dev.fermata.runner.docker.created;

import dev.fermata.runner.docker.transport.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URLDecoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A relay in front of the engine that notes which containers it is asked to create. */
final class NotingRelay implements AutoCloseable {
  private static final Pattern CREATE =
      Pattern.compile(
          "POST \\S*/containers/create\\?(?:\\S*&)?name=([^ &]+)\\S* HTTP/1\\.1\\r\\n"
              + "(?:[^\\r]+\\r\\n)*?Content-Length: (\\d+)\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n",
          Pattern.CASE_INSENSITIVE);

  private final List<ByteArrayOutputStream> sent = new CopyOnWriteArrayList<>();
  private final ServerSocketChannel server;
  private final Path front;
  private final Address engine;

  private NotingRelay(Path front, Address engine) throws IOException {
    this.front = front;
    this.engine = engine;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(front));
  }

  static NotingRelay before(Address engine) {
    try {
      Path front = Files.createTempDirectory("relay").resolve("docker.sock");
      var relay = new NotingRelay(front, engine);
      Thread.ofVirtual().start(relay::serve);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For {@code DOCKER_HOST}. */
  String address() {
    return "unix://" + front;
  }

  /** The bodies of the create calls so far, by the container's name. */
  SortedMap<String, String> creations() {
    var bodies = new TreeMap<String, String>();
    for (ByteArrayOutputStream connection : sent) {
      // One char is one byte here, as Content-Length counts.
      String text = connection.toString(StandardCharsets.ISO_8859_1);
      var calls = CREATE.matcher(text);
      while (calls.find()) {
        int end = calls.end() + Integer.parseInt(calls.group(2));
        if (end > text.length()) {
          // Cut off: a client that fails on one container leaves the calls for others.
          continue;
        }
        byte[] body = text.substring(calls.end(), end).getBytes(StandardCharsets.ISO_8859_1);
        String name = URLDecoder.decode(calls.group(1), StandardCharsets.UTF_8);
        bodies.put(name, new String(body, StandardCharsets.UTF_8));
      }
    }
    return bodies;
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        SocketChannel upstream = engine.open();
        upstream.connect(engine.target());
        var note = new ByteArrayOutputStream();
        sent.add(note);
        Thread.ofVirtual().start(() -> pump(client, upstream, note));
        Thread.ofVirtual().start(() -> pump(upstream, client, new ByteArrayOutputStream()));
      }
    } catch (IOException closed) {
      // The end of the relay: close() closed the socket.
    }
  }

  private static void pump(SocketChannel from, SocketChannel to, ByteArrayOutputStream note) {
    var buffer = ByteBuffer.allocate(65_536);
    try (from;
        to) {
      while (from.read(buffer.clear()) >= 0) {
        buffer.flip();
        note.write(buffer.array(), 0, buffer.limit());
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
    } catch (IOException closed) {
      // Either end hung up; closing both, as we do, is all there is to do.
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
