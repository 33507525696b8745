package dev.fermata.buildkit.files;

import dev.fermata.buildkit.Serving;
import java.io.IOException;

/**
 * Sends a folder. Returns when the engine's last packet was answered; a failure that is the
 * folder's, not the stream's, is sent as a packet.
 */
@FunctionalInterface
public interface FileSender {

  void send(Serving.Folder folder, FileRequest request, PacketStream stream) throws IOException;
}
