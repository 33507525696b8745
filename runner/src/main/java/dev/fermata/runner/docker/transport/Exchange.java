package dev.fermata.runner.docker.transport;

import java.io.IOException;

/**
 * One request and its answer. {@link #reply()} is for one thread; {@link #close()} may come from
 * any at any time, also before the answer has begun, and ends what waits.
 */
public interface Exchange extends AutoCloseable {

  Outgoing request();

  /**
   * Sends the request without waiting for an answer: some engines begin that of an event stream
   * with the first event only.
   */
  void begin() throws IOException;

  /** Sends the request, if need be; the answer's head has come when it returns. Called once. */
  Reply reply() throws IOException;

  @Override
  void close();
}
