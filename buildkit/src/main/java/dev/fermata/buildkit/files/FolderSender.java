package dev.fermata.buildkit.files;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.buildkit.message.Packet;
import java.io.IOException;

/**
 * Sends what is asked for of a folder while it is walked: nothing of the content is kept, and of
 * each file only where it is. Everything belongs to root, so that caches hold on every machine.
 */
public final class FolderSender implements FileSender {

  @Override
  public void send(Folder folder, FileRequest request, PacketStream stream) throws IOException {
    FileTree tree;
    try {
      tree = FileTree.of(folder);
    } catch (IOException e) {
      stream.send(new Packet.Failure(Outbox.reason(e)));
      return;
    }
    new Transfer(tree, request, stream).run();
  }
}
