package dev.fermata.sources.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry on this machine that speaks as much of the protocol as reading and publishing need. As
 * real ones do, it takes no manifest of something that it has not got.
 */
public final class PlayedRegistry implements AutoCloseable {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String TOKEN = "a-token";

  private static final Pattern TYPE = Pattern.compile("^\\{[^{]*\"mediaType\": ?\"([^\"]*)\"");

  private final HttpServer server;
  private final Map<String, byte[]> content = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> scopes = new CopyOnWriteArrayList<>();
  private final PlayedWrites writes = new PlayedWrites(content);
  private final Map<String, Queue<PlayedTrouble>> troubles = new ConcurrentHashMap<>();
  private final AtomicInteger untilExpiry = new AtomicInteger();
  private final String scheme;
  private volatile PlayedGuard guard = new PlayedGuard.Open();

  public PlayedRegistry() throws IOException {
    this("http", HttpServer.create(anyPort(), 0));
  }

  private PlayedRegistry(String scheme, HttpServer server) {
    this.scheme = scheme;
    this.server = server;
    server.createContext("/", this::answer);
    server.setExecutor(command -> Thread.startVirtualThread(command));
    server.start();
  }

  /** One that speaks TLS, by a certificate of {@link PlayedCertificates}. */
  public static PlayedRegistry encrypted(HttpsConfigurator certificate) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(certificate);
    return new PlayedRegistry("https", server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** From now on only who has logged in as {@code user:password} may read, by a token. */
  public void guard(String userAndPassword) {
    guard =
        new PlayedGuard.Token(
            Optional.of(userAndPassword), Optional.empty(), Optional.empty(), TOKEN);
  }

  /** The same without tokens: each request has the password. */
  public void guardByPassword(String userAndPassword) {
    guard = new PlayedGuard.Password(userAndPassword);
  }

  /** From now on only who has an identity token may read, by what it is exchanged for. */
  public void guardByIdentity(String token) {
    guard = new PlayedGuard.Token(Optional.empty(), Optional.of(token), Optional.empty(), TOKEN);
  }

  /** From now on who may read is decided elsewhere. */
  public void guardBy(String otherRealm) {
    guard =
        new PlayedGuard.Token(Optional.empty(), Optional.empty(), Optional.of(otherRealm), TOKEN);
  }

  /** All tokens are worth nothing any more after so many answers. */
  public void expireAfter(int answers) {
    untilExpiry.set(answers);
  }

  private void expire() {
    if (untilExpiry.decrementAndGet() == 0 && guard instanceof PlayedGuard.Token tokens) {
      guard = tokens.expired();
    }
  }

  /** What goes wrong with the next requests of a method, one each; {@code TOKEN} is one, too. */
  public void meet(String method, PlayedTrouble... next) {
    troubles.computeIfAbsent(method, key -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
  }

  private Optional<PlayedTrouble> trouble(String method) {
    return Optional.ofNullable(troubles.get(method)).map(Queue::poll);
  }

  /** From now on it refuses what there is since OCI 1.1. */
  public void beOld() {
    writes.refuseNew();
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
    boolean isRoot = path.equals("/v2/");
    exchange.getResponseHeaders().add("Docker-Distribution-Api-Version", "registry/2.0");
    if (!isRoot) {
      requests.add(exchange.getRequestMethod() + " " + path);
      Optional<PlayedTrouble> trouble =
          trouble(path.equals("/token") ? "TOKEN" : exchange.getRequestMethod());
      if (trouble.isPresent()) {
        trouble.get().meet(exchange, content.getOrDefault(path, new byte[] {'{', '}'}));
        return;
      }
    }
    if (path.equals("/token") && guard instanceof PlayedGuard.Token tokens) {
      token(exchange, tokens);
      return;
    }
    if (!guard.lets(exchange)) {
      String challenge = guard.challenge(scheme + "://" + host());
      exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
      reply(exchange, 401, "");
      return;
    }
    expire();
    switch (isRoot ? "ROOT" : exchange.getRequestMethod()) {
      case "ROOT" -> reply(exchange, 200, "{}");
      case "POST" -> writes.begin(exchange);
      case "PATCH" -> writes.append(exchange, path);
      case "PUT" -> writes.take(exchange, path);
      default -> give(exchange, path);
    }
  }

  private void token(HttpExchange exchange, PlayedGuard.Token tokens) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    scopes.add(query.replaceFirst("&service.*", ""));
    boolean isKnown = tokens.isKnown(exchange);
    String name = tokens.identity().isPresent() ? "access_token" : "token";
    reply(exchange, isKnown ? 200 : 401, "{\"%s\":\"%s\"}".formatted(name, tokens.token()));
  }

  private void give(HttpExchange exchange, String path) throws IOException {
    byte[] found = content.get(path);
    if (found == null) {
      reply(
          exchange,
          404,
          "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}");
      return;
    }
    if (path.contains("/manifests/")) {
      exchange.getResponseHeaders().add("Docker-Content-Digest", Digests.of(found));
      Matcher type = TYPE.matcher(new String(found, StandardCharsets.UTF_8));
      exchange.getResponseHeaders().add("Content-Type", type.find() ? type.group(1) : MANIFEST);
    }
    reply(exchange, 200, found);
  }

  static void reply(HttpExchange exchange, int status, String text) throws IOException {
    reply(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().add("Content-Length", String.valueOf(body.length));
    }
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
