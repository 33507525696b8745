package dev.fermata.sources.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry on this machine that speaks as much of the protocol as reading and publishing need. As
 * real ones do, it takes no manifest of something that it has not got.
 */
public final class PlayedRegistry implements AutoCloseable {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String TOKEN = "a-token";

  private static final Pattern MOUNT = Pattern.compile("mount=(.*)&from=(.*)");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private final HttpServer server;
  private final Map<String, byte[]> content = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> scopes = new CopyOnWriteArrayList<>();
  private Optional<String> login = Optional.empty();
  private Optional<String> realm = Optional.empty();
  private Optional<String> identity = Optional.empty();
  private boolean old;

  public PlayedRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** From now on only who has logged in as {@code user:password} may read. */
  public void guard(String userAndPassword) {
    login = Optional.of(userAndPassword);
  }

  /** From now on only who has an identity token may read, by what it is exchanged for. */
  public void guardByIdentity(String token) {
    identity = Optional.of(token);
  }

  /** From now on who may read is decided elsewhere. */
  public void guardBy(String otherRealm) {
    login = Optional.of("nobody");
    realm = Optional.of(otherRealm);
  }

  /** From now on it refuses what there is since OCI 1.1. */
  public void beOld() {
    old = true;
  }

  /** What was put there, by the path that it is asked for by. */
  public Optional<String> content(String path) {
    return Optional.ofNullable(content.get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** An image of one layer, in a repository of its own, under the tag {@code 1}; its digest. */
  public String image(String repository) {
    String config = put(repository, "{}");
    String layer = put(repository, "the files of " + repository);
    byte[] manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","config":{"digest":"%s","size":2},
        "layers":[{"digest":"%s","size":%d}]}\
        """
            .formatted(MANIFEST, config, layer, ("the files of " + repository).length())
            .getBytes(StandardCharsets.UTF_8);
    String digest = Digests.of(manifest);
    content.put("/v2/" + repository + "/manifests/" + digest, manifest);
    content.put("/v2/" + repository + "/manifests/1", manifest);
    return digest;
  }

  private String put(String repository, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    content.put("/v2/" + repository + "/blobs/" + Digests.of(bytes), bytes);
    return Digests.of(bytes);
  }

  public String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** What was asked for, as {@code METHOD path}, less the question which protocol is spoken. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** What rights were asked for: {@code scope=repository:team/shop:pull}. */
  public List<String> scopes() {
    return List.copyOf(scopes);
  }

  /** The digest of a blob that is handed out from now on. */
  public String blob(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String digest = Digests.of(bytes);
    content.put("/v2/team/shop/blobs/" + digest, bytes);
    return digest;
  }

  public void forge(String digest, String text) {
    content.put("/v2/team/shop/blobs/" + digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A manifest, under its digest and the tag {@code 1}; the digest. */
  public String manifest(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String digest = Digests.of(bytes);
    content.put("/v2/team/shop/manifests/" + digest, bytes);
    content.put("/v2/team/shop/manifests/1", bytes);
    return digest;
  }

  /** Hands a manifest out under a digest that is not its own. */
  public void manifest(String json, String digest) {
    content.put("/v2/team/shop/manifests/" + digest, json.getBytes(StandardCharsets.UTF_8));
  }

  /** A layer of a published project, as JSON. */
  public String layer(String type, String annotations, String text) {
    return "{\"mediaType\":\"application/vnd.docker.compose.%s\",\"digest\":\"%s\",\"size\":%d,\"annotations\":{%s}}"
        .formatted(type, blob(text), text.getBytes(StandardCharsets.UTF_8).length, annotations);
  }

  public static String project(String... layers) {
    return "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"artifactType\":\"application/vnd.docker.compose.project\",\"config\":{\"mediaType\":\"application/vnd.oci.empty.v1+json\"},\"layers\":[%s]}"
        .formatted(MANIFEST, String.join(",", layers));
  }

  public static String oldProject(String... layers) {
    return "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.docker.compose.config.empty.v1+json\"},\"layers\":[%s]}"
        .formatted(String.join(",", layers));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/v2/")) {
      reply(exchange, 200, "{}");
      return;
    }
    requests.add(exchange.getRequestMethod() + " " + path);
    if (path.equals("/token")) {
      scopes.add(
          String.valueOf(exchange.getRequestURI().getQuery()).replaceFirst("&service.*", ""));
      if (identity.isPresent()) {
        reply(exchange, exchanged(exchange) ? 200 : 401, "{\"access_token\":\"" + TOKEN + "\"}");
        return;
      }
      reply(exchange, token(exchange) ? 200 : 401, "{\"token\":\"" + TOKEN + "\"}");
      return;
    }
    if ((login.isPresent() || identity.isPresent())
        && !("Bearer " + TOKEN).equals(authorization(exchange))) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer realm=\"%s\",service=\"played\""
                  .formatted(realm.orElse("http://" + host() + "/token")));
      reply(exchange, 401, "");
      return;
    }
    if (exchange.getRequestMethod().equals("POST")) {
      begin(exchange);
      return;
    }
    if (exchange.getRequestMethod().equals("PUT")) {
      take(exchange, path);
      return;
    }
    byte[] found = content.get(path);
    if (found == null) {
      reply(exchange, 404, "");
      return;
    }
    if (path.contains("/manifests/")) {
      exchange.getResponseHeaders().add("Docker-Content-Digest", Digests.of(found));
    }
    reply(exchange, 200, new String(found, StandardCharsets.UTF_8));
  }

  /** A blob of a neighbour is there at once, any other is to be sent to a place of its own. */
  private void begin(HttpExchange exchange) throws IOException {
    String repository = exchange.getRequestURI().getPath().replaceFirst("/blobs/uploads/$", "");
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    Matcher mount = MOUNT.matcher(query);
    byte[] blob =
        mount.matches() ? content.get("/v2/" + mount.group(2) + "/blobs/" + mount.group(1)) : null;
    if (blob != null) {
      content.put(repository + "/blobs/" + mount.group(1), blob);
      reply(exchange, 201, "");
      return;
    }
    exchange.getResponseHeaders().add("Location", repository + "/blobs/uploads/1?state=x");
    reply(exchange, 202, "");
  }

  private void take(HttpExchange exchange, String path) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String digest = Digests.of(body);
    if (path.endsWith("/blobs/uploads/1")) {
      boolean same = exchange.getRequestURI().getQuery().equals("state=x&digest=" + digest);
      content.put(path.replace("uploads/1", digest), body);
      reply(exchange, same ? 201 : 400, "");
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    boolean refused = (old && text.contains("\"artifactType\"")) || !hasAll(text, path);
    if (!refused) {
      content.put(path, body);
      content.put(path.replaceFirst("[^/]*$", digest), body);
    }
    reply(exchange, refused ? 400 : 201, "");
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

  /** As the specification of OAuth 2 tokens for registries has it. */
  private boolean exchanged(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return exchange.getRequestMethod().equals("POST")
        && List.of(form.split("&"))
            .containsAll(
                List.of(
                    "grant_type=refresh_token",
                    "client_id=fermata",
                    "service=played",
                    "scope=repository%3Ateam%2Fshop%3Apull",
                    "refresh_token=" + identity.orElseThrow()));
  }

  private boolean token(HttpExchange exchange) {
    String wanted =
        Base64.getEncoder().encodeToString(login.orElseThrow().getBytes(StandardCharsets.UTF_8));
    return ("Basic " + wanted).equals(authorization(exchange));
  }

  private static String authorization(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
