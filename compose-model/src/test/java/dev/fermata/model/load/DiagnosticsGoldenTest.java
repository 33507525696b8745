package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.DiagnosticText;
import dev.fermata.model.load.LoadRequest.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code src/test/cases/diagnostics} is a project and what is said of it. {@code
 * -Dfermata.golden=write} rewrites what is said. A file {@code environment} holds variables, a file
 * {@code links} where paths lead; every remote project is the folder {@code checkout}.
 */
class DiagnosticsGoldenTest {
  private static final Path CASES = Path.of("src/test/cases/diagnostics");
  private static final boolean WRITE = "write".equals(System.getProperty("fermata.golden"));

  @TestFactory
  Collection<DynamicTest> every_mistake_is_explained() {
    return folders().stream()
        .map(
            folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
        .toList();
  }

  @Test
  void every_code_has_a_case_and_is_documented() {
    var codes = new TreeSet<String>();
    Arrays.stream(Code.values()).map(Code::text).forEach(codes::add);
    String said = folders().stream().map(DiagnosticsGoldenTest::said).collect(Collectors.joining());
    String documented = text(Path.of("../docs/messages.md"));
    Set<String> missing = new TreeSet<>(codes);
    missing.removeIf(code -> said.contains("[" + code + "]"));
    assertThat(missing).as("codes without a golden case").isEmpty();
    codes.removeIf(code -> documented.contains("\n## " + code + "\n"));
    assertThat(codes).as("codes that docs/messages.md does not explain").isEmpty();
  }

  private static void check(Path folder) {
    Path expected = folder.resolve("expected.txt");
    String said = said(folder);
    if (WRITE) {
      write(expected, said);
    }
    assertThat(said).isEqualTo(text(expected));
  }

  private static String said(Path folder) {
    var text = new DiagnosticText(DiagnosticText.Colours.NONE);
    var remotes = new PlayedRemotes("/project/checkout", pairs(folder.resolve("links")));
    return new Loader(path -> read(folder, path), remotes)
        .load(request(folder)).diagnostics().stream()
            .map(text::of)
            .collect(Collectors.joining("\n"));
  }

  /** Each project is loaded as if it stood in {@code /project}. */
  private static LoadRequest request(Path folder) {
    Map<String, String> environment = new TreeMap<>(Map.of("HOME", "/home/me"));
    environment.putAll(pairs(folder.resolve("environment")));
    return new LoadRequest(
        "/project",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        environment,
        Set.<Variant>of(),
        "");
  }

  private static Map<String, String> pairs(Path file) {
    Map<String, String> pairs = new TreeMap<>();
    if (Files.exists(file)) {
      text(file)
          .lines()
          .map(line -> line.split("=", 2))
          .forEach(pair -> pairs.put(pair[0], pair[1]));
    }
    return pairs;
  }

  private static Optional<byte[]> read(Path folder, String path) {
    if (!path.startsWith("/project/")) {
      return Optional.empty();
    }
    Path file = folder.resolve(path.substring("/project/".length()));
    return Files.isRegularFile(file) ? Optional.of(bytes(file)) : Optional.empty();
  }

  private static List<Path> folders() {
    try (Stream<Path> found = Files.list(CASES)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
