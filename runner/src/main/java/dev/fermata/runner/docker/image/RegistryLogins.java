package dev.fermata.runner.docker.image;

import dev.fermata.runner.docker.image.CredentialHelper.Answer;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The logins that the docker client keeps: in its configuration, or with a credential helper. A
 * registry without one is asked without one.
 */
public final class RegistryLogins {
  private static final String DOCKER_HUB = "https://index.docker.io/v1/";
  private final ClientConfig config;

  public RegistryLogins(ClientConfig config) {
    this.config = config;
  }

  /** The login to a registry, by the name that images have for it. */
  public Optional<RegistryLogin> login(String registry) {
    return login(registry, RegistryLogins::refuse);
  }

  /** The same, where to go on without one is better than not to begin. */
  public Optional<RegistryLogin> login(String registry, Consumer<String> warnings) {
    return wanted(key(registry), warnings);
  }

  private static void refuse(String why) {
    throw new EngineException(
        Kind.MISCONFIGURED,
        why,
        "",
        "`credsStore` and `credHelpers` in docker's `config.json` say which program is asked, and"
            + " `DOCKER_AUTH_CONFIG` comes before them");
  }

  /** As the header {@code X-Registry-Auth} wants it. */
  Optional<String> header(String registry, Consumer<String> warnings) {
    String key = key(registry);
    return wanted(key, warnings).map(login -> encoded(login.json(key).bytes()));
  }

  /**
   * All of them, as a build's {@code X-Registry-Config} wants it: its base images may be anywhere.
   */
  public Optional<String> allAsHeader(Consumer<String> warnings) {
    var registries = new TreeSet<>(config.mapping("auths").members().keySet());
    registries.addAll(given(warnings).members().keySet());
    registries.addAll(config.mapping("credHelpers").members().keySet());
    var all = new JsonObject();
    for (String registry : registries) {
      find(registry, warnings).ifPresent(login -> all.put(registry, login.json(registry)));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(encoded(all.bytes()));
  }

  /** Whether there is any. */
  public boolean areThere() {
    return !registries().isEmpty();
  }

  private SortedSet<String> registries() {
    var registries = new TreeSet<>(config.mapping("auths").members().keySet());
    registries.addAll(config.mapping("credHelpers").members().keySet());
    config
        .text("credsStore")
        .ifPresent(store -> registries.addAll(CredentialHelper.named(store).registries()));
    return registries;
  }

  /** All of them in a file as the docker client's own, without the helpers of this machine. */
  public byte[] asConfiguration() {
    var auths = new JsonObject();
    for (String registry : registries()) {
      find(registry, RegistryLogins::refuse)
          .ifPresent(login -> auths.put(registry, login.stored()));
    }
    return new JsonObject().put("auths", auths).bytes();
  }

  private static String key(String registry) {
    return registry.equals("docker.io") ? DOCKER_HUB : registry;
  }

  private Optional<RegistryLogin> find(String registry, Consumer<String> warnings) {
    return stored(entry(given(warnings), registry)).or(() -> kept(registry, warnings));
  }

  /** What the environment says comes before what is kept on disk. */
  private Json given(Consumer<String> warnings) {
    Optional<String> variable = config.loginVariable();
    if (variable.isEmpty()) {
      return Json.ABSENT;
    }
    Optional<Json> logins = LoginVariable.parse(variable.get());
    if (logins.isEmpty()) {
      warnings.accept(
          "`DOCKER_AUTH_CONFIG` is left out: it is no JSON of the form"
              + " `{\"auths\": {\"HOST\": {\"auth\": \"BASE64\"}}}`");
    }
    return logins.orElse(Json.ABSENT);
  }

  private Optional<RegistryLogin> kept(String registry, Consumer<String> warnings) {
    return config
        .text("credHelpers", registry)
        .or(() -> config.text("credsStore"))
        .flatMap(helper -> asked(CredentialHelper.named(helper), registry, warnings))
        .or(() -> stored(entry(config.mapping("auths"), registry)));
  }

  private static Optional<RegistryLogin> asked(
      CredentialHelper helper, String registry, Consumer<String> warnings) {
    return switch (helper.ask(registry)) {
      case Answer.Known known -> Optional.of(known.login());
      case Answer.Unknown unknown -> Optional.empty();
      case Answer.Failed failed -> {
        warnings.accept(failed.why());
        yield Optional.empty();
      }
    };
  }

  /** One that is wanted and cannot be read is no reason to ask without any. */
  private Optional<RegistryLogin> wanted(String registry, Consumer<String> warnings) {
    Optional<RegistryLogin> found = find(registry, warnings);
    if (found.isEmpty()
        && entry(config.mapping("auths"), registry).at("auth").maybe().isPresent()) {
      throw new EngineException(
          Kind.MISCONFIGURED,
          "the login to `%s` in `%s` is no user and password in Base64"
              .formatted(registry, config.file()),
          "",
          "`docker login %s` writes it anew".formatted(registry));
    }
    return found;
  }

  private static Json entry(Json logins, String registry) {
    SortedMap<String, Json> auths = logins.members();
    Json own = auths.get(registry);
    return own != null
        ? own
        : auths.entrySet().stream()
            .filter(entry -> host(entry.getKey()).equals(registry))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Json.ABSENT);
  }

  /** Older clients wrote whole addresses: {@code https://a.org/v1/}. */
  private static String host(String address) {
    return address.replaceFirst("^https?://", "").replaceFirst("/.*", "");
  }

  private static Optional<RegistryLogin> stored(Json login) {
    Optional<String> token = login.at("identitytoken").maybe();
    if (token.isPresent()) {
      return Optional.of(new RegistryLogin.IdentityToken(token.get()));
    }
    return login.at("auth").maybe().flatMap(RegistryLogins::decoded).or(() -> inPlain(login));
  }

  private static Optional<RegistryLogin> inPlain(Json login) {
    String user = login.text("username");
    boolean isWhole = !user.isEmpty() && login.at("auth").maybe().isEmpty();
    return login
        .at("password")
        .maybe()
        .filter(password -> isWhole)
        .map(password -> new RegistryLogin.Password(user, password));
  }

  private static Optional<RegistryLogin> decoded(String text) {
    String pair = pair(text);
    int colon = pair.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(
            new RegistryLogin.Password(pair.substring(0, colon), pair.substring(colon + 1)));
  }

  /** Empty where the text is no Base64. */
  private static String pair(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String encoded(byte[] json) {
    return Base64.getUrlEncoder().encodeToString(json);
  }
}
