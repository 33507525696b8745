package dev.fermata.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The socket of the engine that is played. */
final class PlayedSocket {
  private static final String EVENTS =
      """
      HTTP/1.1 200 OK
      Content-Type: application/json
      Transfer-Encoding: chunked

      """;
  private static final String EXEC =
      """
      HTTP/1.1 101 UPGRADED
      Content-Type: application/vnd.docker.raw-stream
      Connection: Upgrade
      Upgrade: tcp

      """;

  private final PlayedEngine engine = new PlayedEngine();

  private interface Work {
    void run() throws IOException;
  }

  static void listen(Path path) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    var socket = new PlayedSocket();
    inBackground(() -> {
      while (true) {
        SocketChannel client = server.accept();
        inBackground(() -> socket.serve(client));
      }
    });
  }

  private static void inBackground(Work work) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            work.run();
          } catch (IOException e) {
            // The client has gone, as it does at the end of each command.
          }
        });
  }

  private void serve(SocketChannel client) throws IOException {
    try (client;
        InputStream in = new BufferedInputStream(Channels.newInputStream(client));
        OutputStream out = Channels.newOutputStream(client)) {
      for (String line = Request.line(in); !line.isEmpty(); line = Request.line(in)) {
        Request request = Request.read(line, in);
        if (request.is("GET", "/events")) {
          write(out, EVENTS, "");
          LockSupport.park();
        }
        if (request.is("POST", "/exec/.*/start")) {
          write(out, EXEC, "");
          return;
        }
        answer(request, out);
      }
    }
  }

  private void answer(Request request, OutputStream out) throws IOException {
    PlayedEngine.Answer answer = engine.answer(request);
    String head =
        """
        HTTP/1.1 %s
        Api-Version: 1.41
        Ostype: linux
        Content-Type: %s
        """
            .formatted(answer.status(), answer.type());
    String body = answer.body();
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\n";
    write(out, head + length + "\n", request.method().equals("HEAD") ? "" : body);
  }

  private static void write(OutputStream out, String head, String body) throws IOException {
    out.write((head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
