package dev.fermata.cli;

import dev.fermata.cli.session.Interruption;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import dev.fermata.runner.testing.FakeEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls the program in this process: a folder, an environment and a played engine. */
final class InProcess {
  private final Path folder;
  private final FakeEngine engine;
  private final Map<String, String> environment = new HashMap<>();
  private Terminal terminal = Terminal.NONE;
  private String input = "";
  private String executable = "fermata";
  private Optional<Path> programFile = Optional.empty();

  /** What a call left behind. */
  record Result(int code, String out, String err) {}

  InProcess(Path folder, FakeEngine engine) {
    this.folder = folder;
    this.engine = engine;
  }

  InProcess file(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  InProcess environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  InProcess typing(String text) {
    input = text;
    terminal = new Terminal(java.util.Set.of(Terminal.Stream.IN), () -> Terminal.Size.USUAL);
    return this;
  }

  /** By this name of the program. */
  InProcess calledAs(String name) {
    executable = name;
    return this;
  }

  /** As the program that this file is. */
  InProcess installedAt(Path file) {
    programFile = Optional.of(file);
    return this;
  }

  InProcess piping(String text) {
    input = text;
    return this;
  }

  Result run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var world =
        new Session.World(
            env -> engine,
            new Interruption(interruption -> {}),
            InstantSource.system(),
            programFile);
    int code =
        new Cli(world)
            .run(
                new Invocation(
                    List.of(args),
                    environment,
                    folder,
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    terminal),
                executable);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
