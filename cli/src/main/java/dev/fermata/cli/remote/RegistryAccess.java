package dev.fermata.cli.remote;

import dev.fermata.model.load.OciReference;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.location.ClientConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right to read a repository: asked for when the registry wants it, with the user's login. */
final class RegistryAccess {
  private static final long MOST_TOKEN = 1 << 20;
  private static final Pattern CHALLENGE = Pattern.compile("(?i)^(bearer|basic)\\b(.*)$");
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final OciReference reference;
  private final Web web;
  private final Map<String, String> environment;
  private Optional<String> header = Optional.empty();

  RegistryAccess(OciReference reference, Web web, Map<String, String> environment) {
    this.reference = reference;
    this.web = web;
    this.environment = environment;
  }

  Web.Request authorised(Web.Request request) {
    return header.map(value -> request.with("Authorization", value)).orElse(request);
  }

  /** Answers the challenge of a refusal; false where that has been done, or there is none. */
  boolean answer(Web.Reply refusal) throws IOException, UnreachableProject {
    Matcher challenge = CHALLENGE.matcher(refusal.header("www-authenticate").orElse(""));
    if (header.isPresent() || !challenge.matches()) {
      return false;
    }
    Optional<Json> login = login();
    header =
        challenge.group(1).equalsIgnoreCase("basic")
            ? login.map(RegistryAccess::basic)
            : Optional.of("Bearer " + token(parameters(challenge.group(2)), login));
    return header.isPresent();
  }

  private Optional<Json> login() throws IOException {
    var logins = new RegistryLogins(ClientConfig.of(environment));
    Optional<String> encoded = logins.header(reference.registry());
    return encoded.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.parse(Base64.getUrlDecoder().decode(encoded.get())));
  }

  private static String basic(Json login) {
    String pair = login.text("username") + ":" + login.text("password");
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      parameters.put(matcher.group(1), matcher.group(2));
    }
    return parameters;
  }

  private String token(Map<String, String> challenge, Optional<Json> login)
      throws IOException, UnreachableProject {
    String realm = challenge.getOrDefault("realm", "");
    String query =
        "service=%s&scope=%s"
            .formatted(
                encoded(challenge.getOrDefault("service", "")),
                encoded("repository:" + reference.repository() + ":pull"));
    URI address = URI.create(realm + (realm.contains("?") ? "&" : "?") + query);
    if (!isTrusted(address)) {
      throw new UnreachableProject(
          "`%s` wants a login for `%s`, which is not encrypted"
              .formatted(reference.registry(), realm));
    }
    var request = new Web.Request("GET", address, Map.of(), MOST_TOKEN);
    Web.Reply reply =
        web.send(
            login
                .filter(known -> !known.text("username").isEmpty())
                .map(known -> request.with("Authorization", basic(known)))
                .orElse(request));
    Json answer = reply.status() == 200 ? Json.parse(reply.body()) : Json.ABSENT;
    return answer.at("token").maybe().or(() -> answer.at("access_token").maybe()).orElse("");
  }

  private static boolean isTrusted(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && WebProxies.isLocal(String.valueOf(address.getHost())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
