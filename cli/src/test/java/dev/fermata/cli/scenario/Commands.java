package dev.fermata.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as processes; their output goes through files, so that none can block on it. */
final class Commands {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Commands() {}

  static CommandRun run(Path folder, Map<String, String> environment, List<String> command) {
    try {
      long begin = System.nanoTime();
      Path out = Files.createTempFile("fermata", ".out");
      Path err = Files.createTempFile("fermata", ".err");
      Process process = start(folder, environment, command, out, err);
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            command + " still runs after " + LIMIT + "\n" + Files.readString(err));
      }
      var took = Duration.ofNanos(System.nanoTime() - begin);
      var run =
          new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err), took);
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Process start(
      Path folder, Map<String, String> environment, List<String> command, Path out, Path err)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("COMPOSE_"));
    builder.environment().putAll(environment);
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }
}
