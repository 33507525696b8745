package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.transport.Reply;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an answer. That they break off is the engine's failure, and told as such: so whoever
 * copies them knows which side it was.
 */
public final class EngineInput extends InputStream {
  private final Api api;
  private final Reply reply;
  private final InputStream body;

  public EngineInput(Api api, Reply reply) {
    this.api = api;
    this.reply = reply;
    this.body = reply.getBody();
  }

  @Override
  public int read() {
    var single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      return body.read(target, offset, length);
    } catch (IOException e) {
      throw api.failure(e);
    }
  }

  @Override
  public void close() {
    reply.close();
  }
}
