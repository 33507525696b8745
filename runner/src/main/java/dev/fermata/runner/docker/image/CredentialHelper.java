package dev.fermata.runner.docker.image;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A program {@code docker-credential-X}, which keeps logins for the docker client. */
final class CredentialHelper {
  private CredentialHelper() {}

  /** Empty where it knows no login for the registry; that is how it says so. */
  static Optional<JsonObject> ask(String name, String registry) {
    String program = "docker-credential-" + name;
    try {
      Process process = new ProcessBuilder(program, "get").redirectError(Redirect.DISCARD).start();
      try (var input = process.getOutputStream()) {
        input.write(registry.getBytes(StandardCharsets.UTF_8));
      }
      byte[] answer = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? login(Json.parse(answer), registry) : Optional.empty();
    } catch (IOException e) {
      throw new EngineException(
          Kind.ACCESS_DENIED,
          "cannot ask `" + program + "` for the login to `" + registry + "`",
          String.valueOf(e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(Kind.INTERRUPTED, "asking `" + program + "` was ended", "", e);
    }
  }

  private static Optional<JsonObject> login(Json answer, String registry) {
    String user = answer.text("Username");
    String secret = answer.text("Secret");
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        user.equals("<token>")
            ? RegistryLogins.token(secret, registry)
            : RegistryLogins.password(user, secret, registry));
  }
}
