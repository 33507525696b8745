package dev.fermata.runner.docker.transport;

import static org.awaitility.Awaitility.await;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a Unix socket that does with each connection what the next script says. */
public final class ScriptedServer implements AutoCloseable {

  /** What happens on one connection; it is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    void play(Peer peer) throws IOException;
  }

  private final Path socket;
  private final ServerSocketChannel server;
  private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
  private final AtomicInteger closed = new AtomicInteger();

  public ScriptedServer() throws IOException {
    socket = Files.createTempDirectory("fermata").resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket), 512);
    Thread.ofVirtual().start(this::serve);
  }

  public Address address() {
    return new Address.Unix(socket.toString());
  }

  public ScriptedServer then(Script script) {
    scripts.add(script);
    return this;
  }

  /** Waits until this many connections have been played to their end and closed. */
  public void awaitClosed(int connections) {
    await().until(() -> closed.get() >= connections);
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel channel = server.accept();
        Script script = scripts.take();
        Thread.ofVirtual().start(() -> play(script, channel));
      }
    } catch (IOException | InterruptedException e) {
      // Closed: the test is over.
    }
  }

  private void play(Script script, SocketChannel channel) {
    try {
      playAndClose(script, channel);
    } finally {
      closed.incrementAndGet();
    }
  }

  private static void playAndClose(Script script, SocketChannel channel) {
    try (channel) {
      script.play(new Peer(channel));
    } catch (IOException e) {
      // The client has gone; what matters is what it saw.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.delete(socket);
      Files.delete(socket.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The client as the server sees it. */
  public static final class Peer {
    private final SocketChannel channel;
    private final ByteBuffer single = ByteBuffer.allocate(1);

    Peer(SocketChannel channel) {
      this.channel = channel;
    }

    /** Reads a request's head. */
    public String request() throws IOException {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = read();
        if (next < 0) {
          throw new IOException("the client closed");
        }
        head.append((char) next);
      }
      return head.toString();
    }

    /** Reads what the client sends until it says that this is all. */
    public String rest() throws IOException {
      var rest = new StringBuilder();
      for (int next = read(); next >= 0; next = read()) {
        rest.append((char) next);
      }
      return rest.toString();
    }

    public void say(String text) throws IOException {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Answers with a body of a known length. */
    public void answer(int status, String body) throws IOException {
      say("HTTP/1.1 " + status + " Said\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private int read() throws IOException {
      single.clear();
      return channel.read(single) < 0 ? -1 : single.get(0) & 0xff;
    }
  }
}
