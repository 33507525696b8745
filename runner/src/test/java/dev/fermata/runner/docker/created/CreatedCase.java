package dev.fermata.runner.docker.created;

import static java.util.stream.Collectors.toCollection;

import dev.fermata.runner.docker.location.ApiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of {@code src/test/cases/created}: a Compose file with what it refers to, and by version
 * of the engine what Docker Compose created from it ({@code engine-20.10.json}). Where we refuse
 * the file, since the engine is too old for it, {@code refused-20.10.txt} says how. {@code
 * differences.txt} lists what is meant to differ.
 *
 * <p>Hashes are made of names and paths, so both are the same on every machine.
 */
record CreatedCase(Path folder) {
  private static final Path CASES = Path.of("src/test/cases/created");
  private static final Pattern RECORDING = Pattern.compile("engine-([0-9.]+)\\.json");

  /** Where all cases are put to be created from. */
  static final Path WORKPLACE = Path.of("/tmp/fermata-created");

  static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/home/user", "WORD", "content");

  static List<CreatedCase> all() {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().map(CreatedCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  String project() {
    return "fermata-created-" + name();
  }

  String compose() {
    return text("compose.yaml").orElseThrow();
  }

  Path workplace() {
    return WORKPLACE.resolve(name());
  }

  /** Copies the case's files to where it is created from. */
  void unfold() {
    try (Stream<Path> files = Files.list(folder)) {
      Files.createDirectories(workplace());
      for (Path file : files.toList()) {
        Files.write(workplace().resolve(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path recording(String engine) {
    return folder.resolve("engine-" + engine + ".json");
  }

  /** What was recorded on the engine of this version, or else on the newest one before it. */
  String recorded(String engine) {
    return text("engine-" + nearest(engine) + ".json").orElseThrow();
  }

  Optional<String> refusal(String engine) {
    return text("refused-" + nearest(engine) + ".txt");
  }

  String nearest(String engine) {
    var versions = recordedEngines();
    return Optional.ofNullable(versions.floor(ApiVersion.of(engine)))
        .orElseGet(versions::first)
        .toString();
  }

  /** An engine's version has two numbers here, as an API's does. */
  private TreeSet<ApiVersion> recordedEngines() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> RECORDING.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> ApiVersion.of(matcher.group(1)))
          .collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Differences differences() {
    return Differences.parse(text("differences.txt").orElse(""));
  }

  /** What differs in every case. */
  static Differences everywhere() {
    return Differences.parse(new CreatedCase(CASES).text("differences.txt").orElse(""));
  }

  private Optional<String> text(String file) {
    try {
      Path path = folder.resolve(file);
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
