package dev.fermata.runner.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer by somebody else's client; it ends as its exchange does. */
final class ClientReply implements Reply {
  private final ClientExchange exchange;
  private final Response answer;
  private final Body body;

  ClientReply(ClientExchange exchange, Response answer) {
    this.exchange = exchange;
    this.answer = answer;
    this.body = new Body(answer.getBody());
  }

  @Override
  public int getStatusCode() {
    return answer.getStatusCode();
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return answer.getHeaders();
  }

  @Override
  public Optional<String> header(String name) {
    return answer.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  @Override
  public InputStream getBody() {
    return body;
  }

  @Override
  public void write(ByteBuffer bytes) {
    throw new IllegalStateException("a bug: this transport carries no input");
  }

  @Override
  public void endInput() {
    throw new IllegalStateException("a bug: this transport carries no input");
  }

  @Override
  public void close() {
    exchange.close();
  }

  private final class Body extends InputStream {
    private final InputStream theirs;

    Body(InputStream theirs) {
      this.theirs = theirs;
    }

    @Override
    public int read() throws IOException {
      var single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int count = theirs.read(target, offset, length);
        if (count < 0) {
          exchange.close();
        }
        return count;
      } catch (IOException e) {
        throw exchange.explain(e);
      }
    }

    @Override
    public void close() {
      exchange.close();
    }
  }
}
