package dev.fermata.sources.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Who may read and write in a played registry. */
sealed interface PlayedGuard {

  boolean lets(HttpExchange exchange);

  /** What it says to who may not; {@code place} is where the registry is. */
  String challenge(String place);

  private static String authorization(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static boolean isLogin(HttpExchange exchange, String userAndPassword) {
    byte[] pair = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return authorization(exchange).equals("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  record Open() implements PlayedGuard {
    @Override
    public boolean lets(HttpExchange exchange) {
      return true;
    }

    @Override
    public String challenge(String place) {
      return "";
    }
  }

  /** As {@code htpasswd} does. */
  record Password(String userAndPassword) implements PlayedGuard {
    @Override
    public boolean lets(HttpExchange exchange) {
      return isLogin(exchange, userAndPassword);
    }

    @Override
    public String challenge(String place) {
      return "Basic realm=\"played\"";
    }
  }

  /** By tokens, which somebody hands out: the registry itself where no {@code realm} is named. */
  record Token(
      Optional<String> userAndPassword,
      Optional<String> identity,
      Optional<String> realm,
      String token)
      implements PlayedGuard {
    @Override
    public boolean lets(HttpExchange exchange) {
      return authorization(exchange).equals("Bearer " + token);
    }

    @Override
    public String challenge(String place) {
      return "Bearer realm=\"%s\",service=\"played\"".formatted(realm.orElse(place + "/token"));
    }

    /** The same, when all tokens that were handed out are worth nothing any more. */
    Token expired() {
      return new Token(userAndPassword, identity, realm, token + "-newer");
    }

    boolean isKnown(HttpExchange exchange) throws IOException {
      return identity.isPresent()
          ? isExchange(exchange, identity.get())
          : userAndPassword.filter(login -> isLogin(exchange, login)).isPresent();
    }

    /** As the specification of OAuth 2 tokens for registries has it. */
    private static boolean isExchange(HttpExchange exchange, String identity) throws IOException {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      return exchange.getRequestMethod().equals("POST")
          && List.of(form.split("&"))
              .containsAll(
                  List.of(
                      "grant_type=refresh_token",
                      "client_id=fermata",
                      "service=played",
                      "scope=repository%3Ateam%2Fshop%3Apull",
                      "refresh_token=" + identity));
    }
  }
}
