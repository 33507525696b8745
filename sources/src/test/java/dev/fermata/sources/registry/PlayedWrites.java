package dev.fermata.sources.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comes into a played registry, by the paths that it is asked for by. */
final class PlayedWrites {
  private static final Pattern MOUNT = Pattern.compile("mount=(.*)&from=(.*)");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private final Map<String, byte[]> content;
  private final AtomicInteger uploads = new AtomicInteger();
  private volatile boolean old;

  PlayedWrites(Map<String, byte[]> content) {
    this.content = content;
  }

  /** What there is since OCI 1.1. */
  void refuseNew() {
    old = true;
  }

  /** A blob of a neighbour is there at once, any other is to be sent to a place of its own. */
  void begin(HttpExchange exchange) throws IOException {
    String repository = exchange.getRequestURI().getPath().replaceFirst("/blobs/uploads/$", "");
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    Matcher mount = MOUNT.matcher(query);
    byte[] blob =
        mount.matches() ? content.get("/v2/" + mount.group(2) + "/blobs/" + mount.group(1)) : null;
    if (blob != null) {
      content.put(repository + "/blobs/" + mount.group(1), blob);
      PlayedRegistry.reply(exchange, 201, "");
      return;
    }
    String place = repository + "/blobs/uploads/" + uploads.incrementAndGet();
    exchange.getResponseHeaders().add("Location", place + "?state=x");
    exchange.getResponseHeaders().add("Docker-Upload-UUID", "1");
    PlayedRegistry.reply(exchange, 202, "");
  }

  /** A piece of a blob, as engines send them. */
  void append(HttpExchange exchange, String path) throws IOException {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(content.getOrDefault(path, new byte[0]));
    exchange.getRequestBody().transferTo(whole);
    content.put(path, whole.toByteArray());
    exchange.getResponseHeaders().add("Location", path + "?state=x");
    exchange.getResponseHeaders().add("Range", "0-" + (whole.size() - 1));
    PlayedRegistry.reply(exchange, 202, "");
  }

  void take(HttpExchange exchange, String path) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.contains("/blobs/uploads/")) {
      byte[] blob = content.containsKey(path) ? content.remove(path) : body;
      String digest = Digests.of(blob);
      String query = exchange.getRequestURI().getQuery();
      boolean same = List.of(query.split("&")).containsAll(List.of("state=x", "digest=" + digest));
      content.put(path.replaceFirst("uploads/[^/]*$", digest), blob);
      exchange.getResponseHeaders().add("Docker-Content-Digest", digest);
      PlayedRegistry.reply(exchange, same ? 201 : 400, "");
      return;
    }
    String digest = Digests.of(body);
    exchange.getResponseHeaders().add("Docker-Content-Digest", digest);
    String text = new String(body, StandardCharsets.UTF_8);
    boolean refused = (old && text.contains("\"artifactType\"")) || !hasAll(text, path);
    if (!refused) {
      content.put(path, body);
      content.put(path.replaceFirst("[^/]*$", digest), body);
    }
    PlayedRegistry.reply(exchange, refused ? 400 : 201, "");
  }

  private boolean hasAll(String manifest, String path) {
    String repository = path.replaceFirst("/manifests/[^/]*$", "");
    return DIGEST
        .matcher(manifest)
        .results()
        .map(MatchResult::group)
        .allMatch(digest ->
            content.containsKey(repository + "/blobs/" + digest)
                || content.containsKey(repository + "/manifests/" + digest));
  }
}
