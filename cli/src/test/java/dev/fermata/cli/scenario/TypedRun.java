package dev.fermata.cli.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The program in a terminal of its own, 100 columns by 40 rows, with somebody who types; {@code
 * script} of util-linux makes the terminal.
 */
final class TypedRun implements AutoCloseable {
  private final Path folder;
  private final Process process;

  private TypedRun(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts {@code fermata -p PROJECT ARGS...} there. */
  static TypedRun of(Scenario scenario, String... args) {
    var command = new ArrayList<>(Scenario.launcher());
    command.addAll(List.of("-p", scenario.project()));
    command.addAll(List.of(args));
    String quoted =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String lines =
        """
        tty > tty
        stty rows 40 cols 100
        stty -g > before
        sh -c 'echo $$ > pid; exec "$@"' - %s
        echo $? > code
        stty -g > after
        """
            .formatted(quoted);
    try {
      Path folder = Files.createTempDirectory(scenario.folder(), "typed");
      Files.writeString(folder.resolve("lines"), lines);
      Files.copy(scenario.folder().resolve("compose.yaml"), folder.resolve("compose.yaml"));
      var builder =
          new ProcessBuilder("script", "-qfec", "sh ./lines", "/dev/null")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("screen").toFile());
      scenario.apply(builder.environment());
      return new TypedRun(folder, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TypedRun type(String keys) {
    try {
      process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the terminal has shown this. */
  TypedRun see(String text) {
    await().atMost(60, SECONDS).until(() -> file("screen").contains(text));
    return this;
  }

  TypedRun resize(int rows, int columns) {
    call("stty", "-F", file("tty"), "rows", "" + rows, "cols", "" + columns);
    return this;
  }

  TypedRun signal(String name) {
    call("kill", "-" + name, file("pid"));
    return this;
  }

  private static void call(String... command) {
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the terminal has shown; sequences for the cursor are part of it. */
  String screen() {
    return file("screen");
  }

  /** Waits for the program's end. */
  int code() {
    await().atMost(60, SECONDS).until(() -> !file("after").isEmpty());
    return Integer.parseInt(file("code"));
  }

  /** Whether the terminal is as before; once the program has ended. */
  boolean isPutBack() {
    return file("after").equals(file("before"));
  }

  private String file(String name) {
    Path path = folder.resolve(name);
    try {
      return Files.exists(path) ? Files.readString(path, StandardCharsets.ISO_8859_1).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
