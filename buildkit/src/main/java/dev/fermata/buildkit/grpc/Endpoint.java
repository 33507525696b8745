package dev.fermata.buildkit.grpc;

import java.io.IOException;
import java.util.List;

/**
 * The way to the BuildKit inside an engine: today {@code /grpc} and {@code /session}, each a
 * connection that becomes HTTP/2. An engine that takes HTTP/2 at once is another implementation.
 */
public interface Endpoint {

  /** A stream on which the engine serves. */
  ByteStream connect() throws IOException;

  /** A stream on which the engine is the client of {@code offer}. */
  ByteStream openSession(Offer offer) throws IOException;

  /**
   * A session: {@code methods} are all that the engine may call, {@code sharedKey} names the copy
   * that it keeps of the folders.
   */
  record Offer(String id, String sharedKey, List<String> methods) {
    public Offer {
      methods = List.copyOf(methods);
    }
  }
}
