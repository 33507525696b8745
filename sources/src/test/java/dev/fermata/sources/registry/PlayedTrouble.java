package dev.fermata.sources.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What goes wrong once, in place of an answer. */
public sealed interface PlayedTrouble {

  /** What was asked would be answered by {@code answer}. */
  void meet(HttpExchange exchange, byte[] answer) throws IOException;

  /** A status, with {@code Retry-After} where that is not empty. */
  record Status(int status, String retryAfter) implements PlayedTrouble {
    @Override
    public void meet(HttpExchange exchange, byte[] answer) throws IOException {
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }
  }

  /** Half of the answer, and then the connection ends. */
  record Cut() implements PlayedTrouble {
    @Override
    public void meet(HttpExchange exchange, byte[] answer) throws IOException {
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer, 0, answer.length / 2);
      exchange.getResponseBody().flush();
      throw new IOException("the connection is cut on purpose");
    }
  }
}
