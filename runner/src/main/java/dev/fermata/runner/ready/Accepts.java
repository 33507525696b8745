package dev.fermata.runner.ready;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** It is enough that the connection was taken, and not by somebody on the way alone. */
record Accepts() implements Conversation.Talk {

  @Override
  public Reply on(Line line) throws IOException {
    if (line.doubt().isZero()) {
      return Reply.READY;
    }
    line.socket().setSoTimeout(Math.toIntExact(line.doubt().toMillis()));
    try {
      if (line.input().read() < 0) {
        throw new EOFException("closed");
      }
      return Reply.READY;
    } catch (SocketTimeoutException open) {
      return Reply.READY;
    }
  }
}
