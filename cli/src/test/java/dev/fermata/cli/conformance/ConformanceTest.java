package dev.fermata.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares {@code config} with what Docker Compose makes of the same files. */
class ConformanceTest {
  private static final Path OWN = Path.of("src/test/cases/conformance").toAbsolutePath();
  private static final List<String> FOREIGN = List.of("compose-go/", "spec/");

  @TempDir private Path home;

  @Test
  void the_projects_own_cases_pass() {
    check("own", OWN, name -> true);
  }

  @Test
  void the_cases_of_others_pass_where_they_are_at_hand() {
    String shared = System.getenv("FERMATA_SHARED");
    if (shared == null) {
      System.out.println("NOT RUN: cases of others (FERMATA_SHARED does not name the corpus)");
      return;
    }
    Path cases = Path.of(shared, "conformance", "cases");
    check("foreign", cases, name -> FOREIGN.stream().anyMatch(name::startsWith));
  }

  private void check(String kind, Path cases, Predicate<String> chosen) {
    var corpus = new Corpus(cases, home);
    List<String> names = corpus.names().stream().filter(chosen).toList();
    Map<String, List<String>> failures = new TreeMap<>();
    for (String name : names) {
      List<String> wrong = corpus.judge(name);
      if (!wrong.isEmpty()) {
        failures.put(name, wrong);
      }
    }
    System.out.printf(
        "conformance: %d of %d %s cases pass%n",
        names.size() - failures.size(), names.size(), kind);
    assertThat(names).isNotEmpty();
    assertThat(failures).isEmpty();
  }
}
