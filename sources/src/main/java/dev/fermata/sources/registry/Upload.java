package dev.fermata.sources.registry;

import dev.fermata.sources.cache.UnreachableProject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;

/** Brings blobs and manifests into a repository; what is there already is not sent again. */
final class Upload {
  private static final long MOST_ANSWER = 1 << 20;
  private static final String BYTES = "application/octet-stream";

  private final Registry registry;

  Upload(Registry registry) {
    this.registry = registry;
  }

  void blob(byte[] content) throws UnreachableProject {
    blob(Descriptor.of(BYTES, content), Body.of(content), "");
  }

  /** A blob of another repository; one of the same registry need not be sent. */
  void copy(Descriptor blob, Registry source, String sourceRepository) throws UnreachableProject {
    Body body = Body.of(blob.size(), out -> pass(blob, source, out));
    blob(blob, body, sourceRepository);
  }

  private static void pass(Descriptor blob, Registry source, OutputStream out) throws IOException {
    try {
      source.passOn(blob, out);
    } catch (UnreachableProject e) {
      throw new IOException(e.message(), e);
    }
  }

  /** From its begin, each time: nobody knows what has come of an upload that broke off. */
  private void blob(Descriptor blob, Body body, String sourceRepository) throws UnreachableProject {
    registry.whole(() -> {
      sendMissing(blob, body, sourceRepository);
      return blob;
    });
  }

  private void sendMissing(Descriptor blob, Body body, String sourceRepository)
      throws IOException, UnreachableProject {
    if (isThere("blobs/" + blob.digest())) {
      return;
    }
    Web.Reply begun = begin(blob, sourceRepository);
    if (begun.status() == 201) {
      return;
    }
    require(begun, 202);
    URI place = place(begun, blob);
    require(
        registry.send(
            new Web.Request("PUT", place, Map.of("Content-Type", BYTES), body, MOST_ANSWER)),
        201);
  }

  private Web.Reply begin(Descriptor blob, String sourceRepository)
      throws IOException, UnreachableProject {
    String mount =
        sourceRepository.isEmpty()
            ? ""
            : "?mount=" + Web.encoded(blob.digest()) + "&from=" + Web.encoded(sourceRepository);
    URI address = registry.address("blobs/uploads/" + mount);
    return registry.send(new Web.Request("POST", address, Map.of(), MOST_ANSWER));
  }

  private URI place(Web.Reply begun, Descriptor blob) throws IOException {
    URI location = Web.address(begun.header("location").orElse(""));
    URI place = registry.address("blobs/uploads/").resolve(location);
    String separator = place.getRawQuery() == null ? "?" : "&";
    return URI.create(place + separator + "digest=" + Web.encoded(blob.digest()));
  }

  void manifest(String mediaType, byte[] content, String name) throws UnreachableProject {
    int status = offer(mediaType, content, name);
    if (status != 201) {
      throw registry.refused(status);
    }
  }

  /** The status is the registry's word on the manifest: some do not know all kinds. */
  int offer(String mediaType, byte[] content, String name) throws UnreachableProject {
    var headers = Map.of("Content-Type", mediaType);
    URI address = registry.address("manifests/" + name);
    var request = new Web.Request("PUT", address, headers, Body.of(content), MOST_ANSWER);
    return registry.whole(() -> registry.send(request)).status();
  }

  private boolean isThere(String path) throws IOException, UnreachableProject {
    URI address = registry.address(path);
    return registry.send(new Web.Request("HEAD", address, Map.of(), MOST_ANSWER)).status() == 200;
  }

  private void require(Web.Reply reply, int wanted) throws UnreachableProject {
    if (reply.status() != wanted) {
      throw registry.refused(reply.status());
    }
  }
}
