package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md names is there: a reader who looks for it must find it. */
class ArchitectureDocumentTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCUMENT = ROOT.resolve("docs/architecture.md");

  /**
   * {@code model.load.bind}, {@code cli.Main}: a package below dev.fermata, perhaps with a class.
   */
  private static final Pattern PLACE =
      Pattern.compile(
          "`((?:model|planner|runner|sources|buildkit|cli)(?:\\.[a-z]+)*(?:\\.[A-Z]\\w+)?)`");

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern STEP = Pattern.compile("(?m)^\\| (\\d+) \\| `([\\w.]+)` \\|");

  private static List<MatchResult> all(Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(DOCUMENT)).results().toList();
  }

  /** Where sources of a package or a class may be. */
  private static Stream<Path> places(String name) throws IOException {
    String path = name.replace('.', '/');
    String file = name.matches(".*\\.[A-Z]\\w+") ? path + ".java" : path;
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/java/dev/fermata").resolve(file))
          .toList()
          .stream();
    }
  }

  @Test
  void every_package_and_class_that_it_places_exists() throws IOException {
    var missing = new TreeSet<String>();
    for (MatchResult place : all(PLACE)) {
      if (places(place.group(1)).noneMatch(Files::exists)) {
        missing.add(place.group(1));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_file_that_it_links_to_exists() throws IOException {
    assertThat(all(LINK))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(DOCUMENT.resolveSibling(link.group(1))).exists());
  }

  @Test
  void its_walks_are_numbered_and_short() throws IOException {
    var lengths = new ArrayList<Integer>();
    for (MatchResult step : all(STEP)) {
      int number = Integer.parseInt(step.group(1));
      if (number == 1) {
        lengths.add(0);
      }
      assertThat(number).as(step.group(2)).isEqualTo(lengths.removeLast() + 1);
      lengths.add(number);
    }
    assertThat(lengths).hasSize(2);
    assertThat(lengths.getFirst())
        .as("an attribute, from the file to the gate")
        .isLessThanOrEqualTo(15);
    assertThat(lengths.getLast()).as("up -d, from main to the exit code").isLessThanOrEqualTo(12);
  }
}
