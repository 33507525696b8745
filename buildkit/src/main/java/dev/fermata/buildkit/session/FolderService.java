package dev.fermata.buildkit.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.buildkit.files.FileRequest;
import dev.fermata.buildkit.files.FileSender;
import dev.fermata.buildkit.files.PacketStream;
import dev.fermata.buildkit.grpc.ServerStream;
import dev.fermata.buildkit.message.Packet;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.StreamSupport;

/** Folders by the names that the engine has for them; what is asked for comes as headers. */
record FolderService(SortedMap<String, Folder> folders, FileSender files) {

  void serve(Metadata headers, ServerStream<Packet, Packet> stream) throws IOException {
    String name = values(headers, "dir-name").stream().findFirst().orElse("");
    Folder folder =
        Optional.ofNullable(folders.get(name))
            .orElseThrow(() ->
                Status.NOT_FOUND
                    .withDescription("no folder `" + name + "` is there")
                    .asRuntimeException());
    files.send(folder, request(headers), packets(stream));
  }

  private static FileRequest request(Metadata headers) {
    return new FileRequest(
        values(headers, "include-patterns"),
        values(headers, "exclude-patterns"),
        values(headers, "followpaths"));
  }

  /** Newer engines write values that are not ASCII as in a URL, and say so. */
  private static List<String> values(Metadata headers, String name) {
    List<String> values = raw(headers, name);
    return raw(headers, name + "-encoded").isEmpty()
        ? values
        : values.stream().map(value -> URLDecoder.decode(value, UTF_8)).toList();
  }

  private static List<String> raw(Metadata headers, String name) {
    Iterable<String> found =
        headers.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    return found == null ? List.of() : StreamSupport.stream(found.spliterator(), false).toList();
  }

  private static PacketStream packets(ServerStream<Packet, Packet> stream) {
    return new PacketStream() {
      @Override
      public void send(Packet packet) throws IOException {
        stream.send(packet);
      }

      @Override
      public Packet receive() throws IOException {
        return stream.receiveNext();
      }
    };
  }
}
