package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code src/test/cases/sessions} is a project and a {@code session.txt}: commands
 * behind a {@code $}, and below each what it printed. {@code -Dfermata.golden=write} prints anew. A
 * file {@code environment} holds variables.
 */
final class SessionsTest {
  private static final Path CASES = Path.of("src/test/cases/sessions").toAbsolutePath();
  private static final String PROMPT = "$ fermata ";
  private static final boolean WRITE = "write".equals(System.getProperty("fermata.golden"));

  @TestFactory
  Collection<DynamicTest> every_command_prints_what_it_printed() throws IOException {
    try (Stream<Path> found = Files.list(CASES)) {
      return found
          .filter(Files::isDirectory)
          .sorted()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
          .toList();
    }
  }

  private static void check(Path folder) throws IOException {
    Path session = folder.resolve("session.txt");
    String played = play(folder, Files.readAllLines(session));
    if (WRITE) {
      Files.writeString(session, played);
    }
    assertThat(played).isEqualTo(Files.readString(session));
  }

  private static String play(Path folder, List<String> lines) {
    var text = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith(PROMPT)) {
        text.append(text.isEmpty() ? "" : "\n").append(line).append('\n');
        text.append(output(folder, line.substring(PROMPT.length()).split(" ")));
      }
    }
    return text.toString();
  }

  private static String output(Path folder, String[] args) {
    var program = new InProcess(folder, new FakeEngine()).environment("HOME", "/home/me");
    Path variables = folder.resolve("environment");
    if (Files.exists(variables)) {
      lines(variables).stream()
          .map(line -> line.split("=", 2))
          .forEach(pair -> program.environment(pair[0], pair[1]));
    }
    InProcess.Result result = program.run(args);
    String code = result.code() == 0 ? "" : "exit code " + result.code() + "\n";
    return ended(result.err() + result.out()).replace(folder.toString(), "/project") + code;
  }

  /** Docker Compose's JSON ends without a line end, which is no way to end in a file. */
  private static String ended(String output) {
    return output.isEmpty() || output.endsWith("\n") ? output : output + "\n";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
