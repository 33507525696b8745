package dev.fermata.runner.docker.image;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program {@code docker-credential-X}, which keeps logins for the docker client. It may ask its
 * user something, or hang: past {@code limit} it is ended, with what it started.
 */
record CredentialHelper(String program, Duration limit) {
  /** Enough to unlock a key ring by hand. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** The sentence of all helpers for this. */
  private static final String NOT_FOUND = "credentials not found";

  private static final String NO_LOGIN = "it prints something else than a login";

  /** {@code error=2} or {@code error: 2}, by Java's version. */
  private static final Pattern SYSTEM_ERROR = Pattern.compile("error[=:] ?(\\d+)");

  private static final int MOST_WORDS = 500;

  /** By the name that docker's configuration has for it. */
  static CredentialHelper named(String name) {
    return new CredentialHelper("docker-credential-" + name, LIMIT);
  }

  /** What the program says. */
  sealed interface Answer {
    record Known(RegistryLogin login) implements Answer {}

    /** It has no login to the registry. */
    record Unknown() implements Answer {}

    /** It could not look, in one sentence. */
    record Failed(String why) implements Answer {}
  }

  /** What is done with the program while it runs. */
  private interface Conversation<T> {
    T with(Process process)
        throws IOException, ExecutionException, InterruptedException, TimeoutException;
  }

  Answer ask(String registry) {
    try {
      return call("get", registry, process -> answer(process, registry));
    } catch (IOException e) {
      return failed(registry, reason(e));
    }
  }

  /** The registries that it has logins to; none where it does not say. */
  Set<String> registries() {
    try {
      return call("list", "any registry", this::listed);
    } catch (IOException e) {
      // A program that cannot run is told of where a login is asked of it.
      return Set.of();
    }
  }

  private Set<String> listed(Process process)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    FutureTask<byte[]> output = reading(process.getInputStream());
    tell(process, "");
    byte[] said = output.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    return process.waitFor() == 0 ? Json.parse(said).members().keySet() : Set.of();
  }

  private <T> T call(String verb, String registry, Conversation<T> conversation)
      throws IOException {
    try {
      Process process = new ProcessBuilder(program, verb).start();
      try {
        return conversation.with(process);
      } finally {
        end(process);
      }
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

  /** Java names the program once more, and the number of the system's error. */
  private static String reason(IOException e) {
    String text = String.valueOf(e.getMessage());
    Matcher number = SYSTEM_ERROR.matcher(text);
    return switch (number.find() ? number.group(1) : "") {
      case "2" -> "there is no such program on the `PATH`";
      case "13" -> "its permissions do not let it run";
      default -> text;
    };
  }

  private Answer.Failed failed(String registry, String why) {
    return new Answer.Failed("`%s` gives no login to `%s`: %s".formatted(program, registry, why));
  }

  private long seconds() {
    return limit.toSeconds();
  }

  private EngineException unusable(String registry, String why, Exception cause) {
    String message = "cannot ask `" + program + "` for the login to `" + registry + "`";
    return new EngineException(Kind.ACCESS_DENIED, message, why, cause);
  }

  /** The output is read beside, since no reading of a pipe can be broken off. */
  private Answer answer(Process process, String registry)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    Instant end = Instant.now().plus(limit);
    FutureTask<byte[]> output = reading(process.getInputStream());
    FutureTask<byte[]> errors = reading(process.getErrorStream());
    tell(process, registry);
    byte[] answer = output.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (!process.waitFor(until(end), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException(program + " does not end");
    }
    if (process.exitValue() == 0) {
      return login(registry, answer);
    }
    return failed(process, registry, answer, errors.get(until(end), TimeUnit.MILLISECONDS));
  }

  private static long until(Instant end) {
    return Math.max(0, Duration.between(Instant.now(), end).toMillis());
  }

  private FutureTask<byte[]> reading(InputStream stream) {
    var reading = new FutureTask<>(stream::readAllBytes);
    Thread.ofPlatform().name(program).daemon().start(reading);
    return reading;
  }

  /** That it has none it says on its output, by an agreed sentence; else its words are for us. */
  private Answer failed(Process process, String registry, byte[] output, byte[] errors) {
    String words = Stream.of(output, errors).map(this::line).collect(joining(" ")).strip();
    if (words.contains(NOT_FOUND)) {
      return new Answer.Unknown();
    }
    return failed(
        registry, words.isEmpty() ? "it ended with exit code " + process.exitValue() : words);
  }

  private String line(byte[] said) {
    String text = new String(said, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), MOST_WORDS)).replaceAll("\\s+", " ").strip();
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

  /** Nothing of what it printed is told: there may be a secret in it. */
  private Answer login(String registry, byte[] printed) throws IOException {
    try {
      Json answer = Json.parse(printed);
      return answer.isMapping() ? login(answer) : failed(registry, NO_LOGIN);
    } catch (JsonProcessingException e) {
      return failed(registry, NO_LOGIN);
    }
  }

  private static Answer login(Json answer) {
    String user = answer.text("Username");
    String secret = answer.text("Secret");
    if (secret.isEmpty()) {
      return new Answer.Unknown();
    }
    return new Answer.Known(
        user.equals("<token>")
            ? new RegistryLogin.IdentityToken(secret)
            : new RegistryLogin.Password(user, secret));
  }
}
