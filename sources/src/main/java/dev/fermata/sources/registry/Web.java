package dev.fermata.sources.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plain requests for small things. Redirections are followed, without the login where they lead to
 * another server, and never out of encryption.
 */
final class Web {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 60_000;
  private static final int MOST_REDIRECTIONS = 5;

  private final WebProxies proxies;

  Web(Map<String, String> environment) {
    this.proxies = new WebProxies(environment);
  }

  /**
   * {@code method} is GET, HEAD or, with a filled-in {@code form}, POST; of the answer at most
   * {@code limit} bytes are taken.
   */
  record Request(String method, URI address, Map<String, String> headers, String form, long limit) {
    Request {
      headers = Map.copyOf(headers);
    }

    Request(String method, URI address, Map<String, String> headers, long limit) {
      this(method, address, headers, "", limit);
    }

    static Request post(URI address, Map<String, String> form, long limit) {
      String text =
          form.entrySet().stream()
              .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
              .collect(Collectors.joining("&"));
      var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
      return new Request("POST", address, headers, text, limit);
    }

    Request with(String name, String value) {
      var more = new HashMap<>(headers);
      more.put(name, value);
      return new Request(method, address, more, form, limit);
    }

    Request to(URI other) {
      var kept = new HashMap<>(headers);
      if (!sameServer(other)) {
        kept.remove("Authorization");
      }
      return new Request(method, other, kept, form, limit);
    }

    private boolean sameServer(URI other) {
      return String.valueOf(other.getRawAuthority()).equals(address.getRawAuthority());
    }
  }

  /** Names of headers are in small letters. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Reply(int status, Map<String, String> headers, byte[] body) {
    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /** An address that a server names. */
  static URI address(String text) throws IOException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IOException("it speaks of `%s`, which is no address".formatted(text), e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A form is for the one that it was filled in for, wherever that may lead. */
  Reply send(Request request) throws IOException {
    if (!request.form().isEmpty()) {
      return once(request);
    }
    Request next = request;
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      Reply reply = once(next);
      Optional<String> location = reply.header("location");
      if (reply.status() / 100 != 3 || location.isEmpty()) {
        return reply;
      }
      URI target = next.address().resolve(address(location.get()));
      boolean known = List.of("http", "https").contains(String.valueOf(target.getScheme()));
      boolean bare = request.address().getScheme().equals("http");
      if (!known || (target.getScheme().equals("http") && !bare)) {
        throw new IOException("it leads to " + target + ", which is not encrypted");
      }
      next = next.to(target);
    }
    throw new IOException("it leads from one place to the next without end");
  }

  private Reply once(Request request) throws IOException {
    Proxy proxy = proxies.to(request.address());
    var connection = (HttpURLConnection) request.address().toURL().openConnection(proxy);
    try {
      connection.setRequestMethod(request.method());
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      request.headers().forEach(connection::setRequestProperty);
      if (!request.form().isEmpty()) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(request.form().getBytes(StandardCharsets.UTF_8));
        }
      }
      return new Reply(
          connection.getResponseCode(), headers(connection), body(connection, request));
    } finally {
      connection.disconnect();
    }
  }

  private static Map<String, String> headers(HttpURLConnection connection) {
    Map<String, String> headers = new HashMap<>();
    connection
        .getHeaderFields()
        .forEach((name, values) -> {
          if (name != null && !values.isEmpty()) {
            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
          }
        });
    return headers;
  }

  private static byte[] body(HttpURLConnection connection, Request request) throws IOException {
    try (InputStream stream = stream(connection)) {
      if (stream == null || request.method().equals("HEAD")) {
        return new byte[0];
      }
      byte[] body = stream.readNBytes((int) request.limit() + 1);
      if (body.length > request.limit()) {
        throw new IOException("its answer is longer than %d bytes".formatted(request.limit()));
      }
      return body;
    }
  }

  private static @Nullable InputStream stream(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode() >= 400
        ? connection.getErrorStream()
        : connection.getInputStream();
  }
}
