package dev.fermata.sources.registry;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.RegistryFailures.Known;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The right to a repository: asked for when the registry wants it, with the user's login. */
final class RegistryAccess {
  private static final long MOST_TOKEN = 1 << 20;
  private static final Pattern CHALLENGE = Pattern.compile("(?i)^(bearer|basic)\\b(.*)$");
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final OciReference reference;
  private final Right right;
  private final Web web;
  private final Logins logins;
  private Optional<String> header = Optional.empty();
  private Known known = Known.NOT_AT_ALL;

  /** What is to be done there. */
  enum Right {
    READ("read", "fetch", "pull"),
    WRITE("write", "publish", "pull,push");

    private final String verb;
    private final String task;
    private final String scope;

    Right(String verb, String task, String scope) {
      this.verb = verb;
      this.task = task;
      this.scope = scope;
    }

    String verb() {
      return verb;
    }

    /** What it is wanted for. */
    String task() {
      return task;
    }
  }

  RegistryAccess(OciReference reference, Right right, Web web, Logins logins) {
    this.reference = reference;
    this.right = right;
    this.web = web;
    this.logins = logins;
  }

  Web.Request authorised(Web.Request request) {
    return header.map(value -> request.with("Authorization", value)).orElse(request);
  }

  /** Answers the challenge of a refusal; false where that has been done, or there is none. */
  boolean answer(Web.Reply refusal) throws IOException, UnreachableProject {
    Matcher challenge = CHALLENGE.matcher(refusal.header("www-authenticate").orElse(""));
    if (!challenge.matches()) {
      return false;
    }
    Optional<Login> login = logins.to(reference.registry());
    known = login.isPresent() ? Known.BY_LOGIN : Known.NOT_AT_ALL;
    Optional<String> answer =
        challenge.group(1).equalsIgnoreCase("basic")
            ? login.flatMap(RegistryAccess::basic)
            : Optional.of("Bearer " + token(parameters(challenge.group(2)), login));
    boolean isNew = !answer.equals(header);
    header = answer;
    return isNew;
  }

  /** Whether the registry has been told a login. */
  Known known() {
    return known;
  }

  /** Empty for a login without a name. */
  private static Optional<String> basic(Login login) {
    return switch (login) {
      case Login.Password(String user, String password) ->
          user.isEmpty() ? Optional.empty() : Optional.of(basic(user + ":" + password));
      case Login.IdentityToken token -> Optional.empty();
    };
  }

  private static String basic(String pair) {
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

  private String token(Map<String, String> challenge, Optional<Login> login)
      throws IOException, UnreachableProject {
    URI realm = Web.address(challenge.getOrDefault("realm", ""));
    if (!isTrusted(realm)) {
      throw new UnreachableProject(
          "`%s` wants a login for `%s`, which is not encrypted"
              .formatted(reference.registry(), realm));
    }
    var wanted = new TreeMap<String, String>();
    wanted.put("service", challenge.getOrDefault("service", ""));
    wanted.put("scope", "repository:" + reference.repository() + ":" + right.scope);
    Web.Reply reply =
        web.send(
            login.isPresent() && login.get() instanceof Login.IdentityToken(String identity)
                ? exchange(realm, wanted, identity)
                : question(realm, wanted, login.flatMap(RegistryAccess::basic)));
    if (reply.status() == 401 || reply.status() == 403) {
      throw new RegistryFailures(reference, right).refused(401, known);
    }
    BusyRegistry.checked(String.valueOf(realm.getRawAuthority()), reply);
    Json answer = reply.status() == 200 ? Json.parse(reply.body()) : Json.ABSENT;
    return answer
        .maybe("token")
        .or(() -> answer.maybe("access_token"))
        .filter(token -> token.chars().allMatch(letter -> letter > ' ' && letter < 127))
        .orElse("");
  }

  private static Web.Request question(
      URI realm, Map<String, String> wanted, Optional<String> authorization) {
    String query =
        wanted.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + Web.encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    URI address = URI.create(realm + (realm.getRawQuery() == null ? "?" : "&") + query);
    var request = new Web.Request("GET", address, Map.of(), MOST_TOKEN);
    return authorization.map(value -> request.with("Authorization", value)).orElse(request);
  }

  /** An identity token is no password, but a refresh token of OAuth 2. */
  private static Web.Request exchange(URI realm, Map<String, String> wanted, String identity) {
    var form = new TreeMap<>(wanted);
    form.put("grant_type", "refresh_token");
    form.put("client_id", "fermata");
    form.put("refresh_token", identity);
    return Web.Request.post(realm, form, MOST_TOKEN);
  }

  private static boolean isTrusted(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && WebProxies.isLocal(String.valueOf(address.getHost())));
  }
}
