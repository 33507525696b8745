package dev.fermata.runner.docker.image;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program {@code docker-credential-X}, which keeps logins for the docker client. It may ask its
 * user something, or hang: past {@code limit} it is ended, with what it started.
 */
record CredentialHelper(String program, Duration limit) {
  /** Enough to unlock a key ring by hand. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** By the name that docker's configuration has for it. */
  static CredentialHelper named(String name) {
    return new CredentialHelper("docker-credential-" + name, LIMIT);
  }

  /** Empty where it knows no login for the registry; that is how it says so. */
  Optional<RegistryLogin> ask(String registry) {
    try {
      Process process = new ProcessBuilder(program, "get").redirectError(Redirect.DISCARD).start();
      try {
        return answer(process, registry);
      } finally {
        end(process);
      }
    } catch (IOException e) {
      throw unusable(registry, String.valueOf(e.getMessage()), e);
    } catch (ExecutionException e) {
      throw unusable(registry, String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new EngineException(
          Kind.TIMEOUT,
          "`%s` has given no login to `%s` within %d s".formatted(program, registry, seconds()),
          "",
          "unlock what it keeps the logins in; `credsStore` and `credHelpers` in docker's"
              + " `config.json` name it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(Kind.INTERRUPTED, "asking `" + program + "` was ended", "", e);
    }
  }

  private long seconds() {
    return limit.toSeconds();
  }

  private EngineException unusable(String registry, String why, Exception cause) {
    String message = "cannot ask `" + program + "` for the login to `" + registry + "`";
    return new EngineException(Kind.ACCESS_DENIED, message, why, cause);
  }

  /** The output is read beside, since no reading of a pipe can be broken off. */
  private Optional<RegistryLogin> answer(Process process, String registry)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    Instant end = Instant.now().plus(limit);
    var output = new FutureTask<>(() -> process.getInputStream().readAllBytes());
    Thread.ofPlatform().name(program).daemon().start(output);
    tell(process, registry);
    byte[] answer = output.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    long left = Math.max(0, Duration.between(Instant.now(), end).toMillis());
    if (!process.waitFor(left, TimeUnit.MILLISECONDS)) {
      throw new TimeoutException(program + " does not end");
    }
    return process.exitValue() == 0 ? login(Json.parse(answer)) : Optional.empty();
  }

  private static void tell(Process process, String registry) {
    try (var input = process.getOutputStream()) {
      input.write(registry.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has ended without a look at what it is asked; its exit code says what that means.
      return;
    }
  }

  /** Its children would go on, and hold its output open. */
  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Optional<RegistryLogin> login(Json answer) {
    String user = answer.text("Username");
    String secret = answer.text("Secret");
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        user.equals("<token>")
            ? new RegistryLogin.IdentityToken(secret)
            : new RegistryLogin.Password(user, secret));
  }
}
