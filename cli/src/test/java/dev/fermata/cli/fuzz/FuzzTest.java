package dev.fermata.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.report.DiagnosticText;
import dev.fermata.model.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mutates the compose files of the cases of conformance. Nothing may be thrown, what is said must
 * point into the files, and what loads must load again from its own {@code config}, with the same
 * result. {@code -Dfermata.fuzz.seed} and {@code -Dfermata.fuzz.count} choose the mutations.
 */
class FuzzTest {
  private static final Path CASES = Path.of("src/test/cases/conformance");
  private static final long SEED = Long.getLong("fermata.fuzz.seed", 1);
  private static final int COUNT = Integer.getInteger("fermata.fuzz.count", 4_000);

  /**
   * What Docker Compose prints but does not read: a variable without a name, which a list may have
   * but no mapping, and a source that is the empty text, which it leaves out.
   */
  private static final List<String> ODDITIES =
      List.of("a name is empty", "a config needs a source", "a secret needs a source");

  /** A name or context that is the empty text is left out as well; read again, it has a default. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("(?m)^  \\S+:\n    external: true$|^    build:\n      dockerfile");

  private static final String FILE = "/project/compose.yaml";

  @Test
  void a_damaged_file_ends_in_an_orderly_way() throws IOException {
    List<Path> files = composeFiles();
    int loaded = 0;
    for (long seed = SEED; seed < SEED + COUNT; seed++) {
      var random = new Random(seed);
      Path file = files.get(random.nextInt(files.size()));
      byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
      byte[] content = new Mutation(random).of(Files.readAllBytes(file), other);
      Map<String, byte[]> project = neighbours(file);
      project.put(FILE, content);
      try {
        loaded += check(project) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError | AssertionError failure) {
        throw new AssertionError(
            "seed %d, %s:%n%s".formatted(seed, file, new String(content, StandardCharsets.UTF_8)),
            failure);
      }
    }
    System.out.printf("fuzz: %d of %d mutations load (seeds from %d)%n", loaded, COUNT, SEED);
    assertThat(loaded).isPositive();
  }

  /** Whether the project loads. */
  private static boolean check(Map<String, byte[]> files) {
    Result<Project> result = load(files);
    result.diagnostics().forEach(FuzzTest::checkPlaces);
    if (result.hasErrors() || result.value().isEmpty()) {
      return false;
    }
    // A dependency that may be absent is printed, but the disabled service is not: as in Docker
    // Compose.
    if (!result.value().get().disabled().isEmpty()) {
      return true;
    }
    String printed = printed(result);
    if (LEFT_OUT.matcher(printed).find()) {
      return true;
    }
    var again = new HashMap<>(files);
    again.put(FILE, printed.getBytes(StandardCharsets.UTF_8));
    Result<Project> second = load(again);
    List<String> errors =
        second.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(error -> error.message().shown())
            .toList();
    if (errors.stream().anyMatch(error -> ODDITIES.stream().anyMatch(error::startsWith))) {
      return true;
    }
    assertThat(errors).as(printed).isEmpty();
    assertThat(settled(printed(second))).isEqualTo(settled(printed));
    return true;
  }

  /** Dollars are doubled in keys, too, though nothing is filled in there: as in Docker Compose. */
  private static String settled(String printed) {
    return printed.replaceAll("\\$+", "\\$");
  }

  private static String printed(Result<Project> result) {
    return ConfigYaml.text(result.value().orElseThrow().definition().tree(), Dollars.DOUBLED);
  }

  private static void checkPlaces(Diagnostic diagnostic) {
    diagnostic.span().ifPresent(FuzzTest::checkPlace);
    diagnostic.related().forEach(related -> checkPlace(related.span()));
    assertThat(diagnostic.message().shown()).isNotBlank();
    assertThat(new DiagnosticText(DiagnosticText.Colours.NONE).of(diagnostic)).isNotBlank();
  }

  private static void checkPlace(Span span) {
    if (span.source().text().isEmpty()) {
      return;
    }
    assertThat(span.start()).as(span.toString()).isLessThanOrEqualTo(span.end());
    assertThat(span.start().line()).isBetween(1, span.source().lineCount());
    int length = span.source().lineLength(span.start().line());
    assertThat(span.start().column()).as(span.toString()).isBetween(1, length + 1);
  }

  private static Result<Project> load(Map<String, byte[]> files) {
    var request = LoadRequest.of("/project", Map.of("HOME", "/home/me", "VALUE", "value"));
    return new Loader(path -> Sources.Content.of(Optional.ofNullable(files.get(path))))
        .load(request);
  }

  /** The other files of a case, which it may refer to. */
  private static Map<String, byte[]> neighbours(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    var files = new HashMap<String, byte[]>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        files.put("/project/" + folder.relativize(path), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static List<Path> composeFiles() throws IOException {
    try (Stream<Path> found = Files.walk(CASES, 3)) {
      return found.filter(path -> path.endsWith("compose.yaml")).sorted().toList();
    }
  }
}
