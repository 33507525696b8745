package dev.fermata.buildkit.files;

import dev.fermata.buildkit.message.Packet;
import java.io.IOException;

/**
 * The packets of one transfer, both ways: one thread may send while another receives. What the
 * engine ends before the last packet, or cancels, is an {@link IOException} of either call.
 */
public interface PacketStream {

  /**
   * Waits until the engine takes more, and has made a copy when it returns: a buffer that was sent
   * may be filled again.
   */
  void send(Packet packet) throws IOException;

  /** Waits for the engine's next packet. */
  Packet receive() throws IOException;
}
