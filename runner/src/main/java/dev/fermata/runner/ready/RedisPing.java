package dev.fermata.runner.ready;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A PING. A server that wants a password first takes work; one that still loads its data does not.
 */
record RedisPing() implements Conversation.Talk {
  private static final int LONGEST = 512;

  @Override
  public Reply on(Line line) throws IOException {
    line.send("PING\r\n".getBytes(US_ASCII));
    String answer = answer(line);
    if (Stream.of("+PONG", "-NOAUTH", "-NOPERM").anyMatch(answer::startsWith)) {
      return Reply.READY;
    }
    return answer.startsWith("-")
        ? new Reply.NotYet(answer.substring(1))
        : new Reply.NotYet("what listens at port " + line.port() + " is not Redis");
  }

  private static String answer(Line line) throws IOException {
    var answer = new StringBuilder();
    while (answer.length() < LONGEST) {
      int next = line.input().read();
      if (next == '\r' || next == '\n') {
        return answer.toString();
      }
      if (next < 0) {
        throw new EOFException("no whole line");
      }
      answer.append((char) next);
    }
    return answer.toString();
  }
}
