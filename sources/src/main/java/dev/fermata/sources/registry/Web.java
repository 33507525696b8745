package dev.fermata.sources.registry;

import dev.fermata.sources.trust.Trust;
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
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLHandshakeException;
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
  private final Trust trust;
  private boolean answered;

  Web(Map<String, String> environment, Trust trust) {
    this.proxies = new WebProxies(environment);
    this.trust = trust;
  }

  /** Of the answer at most {@code limit} bytes are taken. */
  record Request(String method, URI address, Map<String, String> headers, Body body, long limit) {
    Request {
      headers = Map.copyOf(headers);
    }

    Request(String method, URI address, Map<String, String> headers, long limit) {
      this(method, address, headers, Body.NONE, limit);
    }

    static Request post(URI address, Map<String, String> form, long limit) {
      String text =
          form.entrySet().stream()
              .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
              .collect(Collectors.joining("&"));
      var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
      return new Request("POST", address, headers, Body.of(text), limit);
    }

    Request with(String name, String value) {
      var more = new HashMap<>(headers);
      more.put(name, value);
      return new Request(method, address, more, body, limit);
    }

    Request to(URI other) {
      var kept = new HashMap<>(headers);
      if (!sameServer(other)) {
        kept.remove("Authorization");
      }
      return new Request(method, other, kept, body, limit);
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

  Reply send(Request request) throws IOException {
    return send(request, Web::body);
  }

  /** The same for an answer that is too large to be held: it goes on to {@code out}. */
  Reply passOn(Request request, OutputStream out) throws IOException {
    return send(
        request,
        (stream, asked) -> {
          stream.transferTo(out);
          return new byte[0];
        });
  }

  /** What becomes of the answer that was asked for. */
  private interface Taking {
    byte[] take(InputStream stream, Request asked) throws IOException;
  }

  /** What is sent is for the one that it is sent to, wherever that may lead. */
  private Reply send(Request request, Taking taking) throws IOException {
    if (isSending(request)) {
      return once(request, taking);
    }
    Request next = request;
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      Reply reply = once(next, taking);
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

  /** Who gets no certificate that he wants may break off without a word. */
  private Reply once(Request request, Taking taking) throws IOException {
    try {
      Reply reply = exchanged(request, taking);
      answered |= request.address().getScheme().equals("https");
      return reply;
    } catch (IOException e) {
      if (answered || !trust.lacksCertificate()) {
        throw e;
      }
      var failure = new SSLHandshakeException("certificate_required");
      failure.initCause(e);
      throw failure;
    }
  }

  private Reply exchanged(Request request, Taking taking) throws IOException {
    Proxy proxy = proxies.to(request.address());
    var connection = (HttpURLConnection) request.address().toURL().openConnection(proxy);
    if (connection instanceof HttpsURLConnection encrypted) {
      encrypted.setSSLSocketFactory(trust.sockets());
    }
    try {
      connection.setRequestMethod(request.method());
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      request.headers().forEach(connection::setRequestProperty);
      if (isSending(request)) {
        send(request.body(), connection);
      }
      int status = connection.getResponseCode();
      try (InputStream stream = stream(connection)) {
        if (stream == null || request.method().equals("HEAD")) {
          return new Reply(status, headers(connection), new byte[0]);
        }
        Taking how = status == 200 ? taking : Web::body;
        String server = String.valueOf(request.address().getRawAuthority());
        var whole = new WholeAnswer(stream, server, connection.getContentLengthLong());
        return new Reply(status, headers(connection), how.take(whole, request));
      }
    } finally {
      connection.disconnect();
    }
  }

  private static boolean isSending(Request request) {
    return List.of("POST", "PUT").contains(request.method());
  }

  /** What is large is not held in memory. */
  private static void send(Body body, HttpURLConnection connection) throws IOException {
    connection.setDoOutput(true);
    if (body.size() > Body.SMALL) {
      connection.setFixedLengthStreamingMode(body.size());
    }
    try (OutputStream out = connection.getOutputStream()) {
      body.writeTo(out);
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

  private static byte[] body(InputStream stream, Request request) throws IOException {
    byte[] body = stream.readNBytes((int) request.limit() + 1);
    if (body.length > request.limit()) {
      throw new IOException("its answer is longer than %d bytes".formatted(request.limit()));
    }
    return body;
  }

  private static @Nullable InputStream stream(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode() >= 400
        ? connection.getErrorStream()
        : connection.getInputStream();
  }
}
