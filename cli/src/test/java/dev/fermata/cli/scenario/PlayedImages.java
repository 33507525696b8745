package dev.fermata.cli.scenario;

import dev.fermata.model.Platform;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A registry on this machine with images for platforms, from which an engine on this machine pulls.
 * They are empty: a container of one can be created, not started.
 */
final class PlayedImages implements AutoCloseable {
  private static final String TYPE = "application/vnd.docker.distribution.manifest.";
  private static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";
  private static final String CONFIG = "application/vnd.docker.container.image.v1+json";

  /** An engine tries TLS first, and waits long for who does not hang up. */
  private static final int BEGIN_OF_TLS = 0x16;

  /** Never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Content(String type, byte[] bytes) {
    String digest() {
      return PlayedImages.digest(bytes);
    }
  }

  private final ServerSocket server;
  private final Map<String, Content> contents = new ConcurrentHashMap<>();

  PlayedImages() {
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::serve);
  }

  /** An image for the only platform, or a list of images; the reference to pull it by. */
  String image(String name, String... platforms) {
    String path = "/v2/" + name + "/";
    Content[] manifests =
        Stream.of(platforms).map(it -> manifest(path, Platform.of(it))).toArray(Content[]::new);
    Content tagged = manifests[0];
    if (manifests.length > 1) {
      var items = new StringBuilder();
      for (int i = 0; i < manifests.length; i++) {
        var platform = Platform.of(platforms[i]);
        items.append(i == 0 ? "" : ",");
        items.append(
            described(manifests[i])
                .replaceFirst(
                    "}$",
                    ",\"platform\":{\"os\":\"%s\",\"architecture\":\"%s\"}}"
                        .formatted(platform.os(), platform.architecture())));
      }
      tagged =
          json(
              TYPE + "list.v2+json",
              "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
                  .formatted(TYPE + "list.v2+json", items));
    }
    put(path + "manifests/", tagged);
    contents.put(path + "manifests/1", tagged);
    return "localhost:" + server.getLocalPort() + "/" + name + ":1";
  }

  private Content manifest(String path, Platform platform) {
    byte[] tar = new byte[1024];
    var layer = new Content(LAYER, packed(tar));
    Content config =
        json(
            CONFIG,
            """
            {"os":"%s","architecture":"%s","config":{"Cmd":["/none"]},
            "rootfs":{"type":"layers","diff_ids":["%s"]}}\
            """
                .formatted(platform.os(), platform.architecture(), digest(tar)));
    put(path + "blobs/", layer);
    put(path + "blobs/", config);
    Content manifest =
        json(
            TYPE + "v2+json",
            "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
                .formatted(TYPE + "v2+json", described(config), described(layer)));
    put(path + "manifests/", manifest);
    return manifest;
  }

  private static Content json(String type, String text) {
    return new Content(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String described(Content content) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(content.type(), content.digest(), content.bytes().length);
  }

  private void put(String path, Content content) {
    contents.put(path + content.digest(), content);
  }

  private static byte[] packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Thread.startVirtualThread(() -> answer(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      var input = new PushbackInputStream(caller.getInputStream());
      int first = input.read();
      if (first < 0 || first == BEGIN_OF_TLS) {
        return;
      }
      input.unread(first);
      var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
      String[] request = String.valueOf(reader.readLine()).split(" ", -1);
      while (!String.valueOf(reader.readLine()).isEmpty()) {
        // What the caller accepts does not matter: there is one answer.
      }
      caller.getOutputStream().write(answer(request[0], request[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] answer(String method, String path) {
    Content found = path.equals("/v2/") ? json("application/json", "{}") : contents.get(path);
    Content content = found == null ? json("application/json", "{}") : found;
    var answer = new ByteArrayOutputStream();
    answer.writeBytes(
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nDocker-Content-Digest: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(
                found == null ? "404 Not Found" : "200 OK",
                content.type(),
                content.digest(),
                content.bytes().length)
            .getBytes(StandardCharsets.UTF_8));
    if (!method.equals("HEAD")) {
      answer.writeBytes(content.bytes());
    }
    return answer.toByteArray();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
