package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.lint.Linter;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.report.DiagnosticText;
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
 * Each folder of {@code src/test/cases/diagnostics} is a project and what a load says of it, each
 * one of {@code lint} what a look for doubts says. {@code -Dfermata.golden=write} rewrites what is
 * said. A file {@code environment} holds variables, a file {@code links} where paths lead, a file
 * {@code ignore} codes to silence; every remote project is the folder {@code checkout}, and files
 * named {@code unreadable...} are.
 */
class DiagnosticsGoldenTest {
  private static final Path LOADED = Path.of("src/test/cases/diagnostics");
  private static final Path LINTED = Path.of("src/test/cases/lint");
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
    return diagnostics(folder).stream().map(text::of).collect(Collectors.joining("\n"));
  }

  private static List<Diagnostic> diagnostics(Path folder) {
    var remotes = new PlayedRemotes("/project/checkout", pairs(folder.resolve("links")));
    var loader = new Loader(path -> read(folder, path), remotes);
    if (folder.startsWith(LOADED)) {
      return loader.load(request(folder, Set.of())).diagnostics();
    }
    Path ignore = folder.resolve("ignore");
    List<String> ignored = Files.exists(ignore) ? text(ignore).lines().toList() : List.of();
    return Linter.lint(
        loader.read(request(folder, Set.of(Variant.ALL_RESOURCES, Variant.ALL_JOBS))), ignored);
  }

  /** Each project is loaded as if it stood in {@code /project}. */
  private static LoadRequest request(Path folder, Set<Variant> variants) {
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
        variants,
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

  private static Sources.Content read(Path folder, String path) {
    if (!path.startsWith("/project/")) {
      return new Sources.Content.Absent();
    }
    Path file = folder.resolve(path.substring("/project/".length()));
    if (Files.isDirectory(file)) {
      return new Sources.Content.Folder();
    }
    if (!Files.isRegularFile(file)) {
      return new Sources.Content.Absent();
    }
    return path.contains("/unreadable")
        ? new Sources.Content.Unreadable("permission denied")
        : new Sources.Content.Found(bytes(file));
  }

  private static List<Path> folders() {
    try (Stream<Path> loaded = Files.list(LOADED);
        Stream<Path> linted = Files.list(LINTED)) {
      return Stream.concat(loaded, linted).filter(Files::isDirectory).sorted().toList();
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
