package dev.fermata.runner.docker.location;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The docker client's own folder, by default {@code ~/.docker}: its settings and contexts. */
public record ClientConfig(Path folder, Json settings) {

  public static ClientConfig of(Map<String, String> environment) {
    Path folder =
        set(environment, "DOCKER_CONFIG")
            .map(Path::of)
            .orElseGet(() -> Path.of(set(environment, "HOME").orElse("/"), ".docker"));
    return new ClientConfig(folder, read(folder.resolve("config.json")));
  }

  static Json read(Path file) {
    if (!Files.exists(file)) {
      return Json.ABSENT;
    }
    try {
      return Json.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      throw new EngineException(
          EngineException.Kind.MISCONFIGURED,
          "cannot read the docker client's `" + file + "`",
          why,
          e);
    }
  }

  static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
