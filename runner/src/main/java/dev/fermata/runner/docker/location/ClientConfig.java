package dev.fermata.runner.docker.location;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The docker client's own folder, by default {@code ~/.docker}: its settings and contexts. It is
 * read where something of it is needed: a broken one stands in the way of nothing else.
 */
public final class ClientConfig {
  private static final String FILE = "config.json";
  private static final String HINT = "correct it, or let `DOCKER_CONFIG` name another folder";

  private final Path folder;
  private final Supplier<Json> settings;
  private final Optional<String> loginVariable;

  private ClientConfig(Path folder, Supplier<Json> settings, Optional<String> loginVariable) {
    this.folder = folder;
    this.settings = settings;
    this.loginVariable = loginVariable;
  }

  public ClientConfig(Path folder, Json settings) {
    this(folder, () -> settings, Optional.empty());
  }

  public static ClientConfig of(Map<String, String> environment) {
    Path folder =
        set(environment, "DOCKER_CONFIG")
            .map(Path::of)
            .orElseGet(() -> Path.of(set(environment, "HOME").orElse("/"), ".docker"));
    return new ClientConfig(
        folder, () -> read(folder.resolve(FILE)), set(environment, "DOCKER_AUTH_CONFIG"));
  }

  public Path folder() {
    return folder;
  }

  /** Logins that the environment hands over; secret as it stands. */
  public Optional<String> loginVariable() {
    return loginVariable;
  }

  public Path file() {
    return folder.resolve(FILE);
  }

  /** A text that says something. */
  public Optional<String> text(String... path) {
    return checked(Json::isText, "a text", path).maybe();
  }

  public Json mapping(String... path) {
    return checked(Json::isMapping, "a mapping", path);
  }

  private Json checked(Predicate<Json> type, String name, String... path) {
    Json there = settings.get().at(path);
    if (!there.isAbsent() && !type.test(there)) {
      throw new EngineException(
          Kind.MISCONFIGURED,
          "`%s` in the docker client's `%s` is not %s"
              .formatted(String.join("` of `", path), file(), name),
          "",
          HINT);
    }
    return there;
  }

  static Json read(Path file) {
    if (!Files.exists(file)) {
      return Json.ABSENT;
    }
    try {
      Json read = Json.parse(Files.readAllBytes(file));
      if (read.isAbsent() || read.isMapping()) {
        return read;
      }
      throw unreadable(file, "its JSON is no object");
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      String where =
          place == null ? "" : ", in line " + place.getLineNr() + ", column " + place.getColumnNr();
      throw unreadable(file, "it is not JSON" + where);
    } catch (IOException e) {
      throw unreadable(file, Files.isDirectory(file) ? "it is a folder" : reason(file));
    }
  }

  private static String reason(Path file) {
    return Files.isReadable(file) ? "reading it failed" : "its permissions do not allow it";
  }

  private static EngineException unreadable(Path file, String why) {
    String message = "cannot read the docker client's `%s`: %s".formatted(file, why);
    return new EngineException(Kind.MISCONFIGURED, message, "", HINT);
  }

  static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
