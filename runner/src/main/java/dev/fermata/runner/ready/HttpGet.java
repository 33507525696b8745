package dev.fermata.runner.ready;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.model.ready.ReadyCheck.Http.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One GET, and what its answer must be. */
record HttpGet(ReadyCheck.Http wanted) implements Conversation.Talk {
  private static final int HEAD = 32 * 1024;
  private static final int BODY = 256 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})(?: (.*))?");
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d{1,9})\\s*$");
  private static final Pattern CHUNKED =
      Pattern.compile("(?im)^transfer-encoding:.*\\bchunked\\b.*$");

  @Override
  public Reply on(Line plain) throws IOException {
    Line line = wanted.transport() == Transport.TLS ? AnyCertificate.over(plain) : plain;
    line.send(request().getBytes(ISO_8859_1));
    String head = head(line);
    Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
    if (!status.matches()) {
      return new Reply.NotYet(asked() + " is answered by something that is not HTTP");
    }
    int code = Integer.parseInt(status.group(1));
    if (wanted.statuses().stream().noneMatch(range -> range.contains(code))) {
      return new Reply.NotYet(asked() + " is answered with " + status.group().strip());
    }
    if (wanted.body().isEmpty() || wanted.body().get().isIn(body(line, head))) {
      return Reply.READY;
    }
    return new Reply.NotYet(
        asked() + " is answered without " + wanted.body().get().text() + " in it");
  }

  private String asked() {
    return "GET " + wanted.path() + " at port " + wanted.port();
  }

  /** Servers that judge the name they are called by know this one. */
  private String request() {
    return "GET "
        + wanted.path()
        + " HTTP/1.1\r\nHost: localhost:"
        + wanted.port()
        + "\r\nUser-Agent: fermata\r\nAccept: */*\r\nConnection: close\r\n\r\n";
  }

  private static String head(Line line) throws IOException {
    var head = new StringBuilder();
    while (head.length() < HEAD && head.indexOf("\r\n\r\n") < 0) {
      int next = line.input().read();
      if (next < 0) {
        throw new EOFException();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String body(Line line, String head) throws IOException {
    if (CHUNKED.matcher(head).find()) {
      return chunks(line);
    }
    Matcher length = LENGTH.matcher(head);
    int most = length.find() ? Math.min(BODY, Integer.parseInt(length.group(1))) : BODY;
    return new String(line.input().readNBytes(most), UTF_8);
  }

  private static String chunks(Line line) throws IOException {
    var body = new StringBuilder();
    while (body.length() < BODY) {
      int size = size(line);
      if (size == 0) {
        return body.toString();
      }
      body.append(new String(line.receive(size), UTF_8));
      line.receive(2);
    }
    return body.toString();
  }

  private static int size(Line line) throws IOException {
    var digits = new StringBuilder();
    int next = line.input().read();
    while (next >= 0 && next != '\n' && digits.length() < HEAD) {
      digits.append((char) next);
      next = line.input().read();
    }
    String size = digits.toString().strip().replaceFirst(";.*", "");
    if (!size.matches("[0-9a-fA-F]{1,5}")) {
      throw new SocketTimeoutException("not a chunk");
    }
    return Integer.parseInt(size, 16);
  }
}
