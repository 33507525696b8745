package dev.fermata.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the part of the corpus that passes: the floor only ever rises. */
class ConformanceTest {
  private static final int FLOOR = 1419;

  @Test
  void what_passed_once_passes(@TempDir Path home) {
    String shared = System.getenv("FERMATA_SHARED");
    if (shared == null) {
      System.out.println("NOT RUN: conformance (FERMATA_SHARED does not name the corpus)");
      return;
    }
    var corpus = new Corpus(Path.of(shared, "conformance", "cases"), home);
    List<String> names = corpus.names();
    Map<String, List<String>> failures = new LinkedHashMap<>();
    for (String name : names) {
      List<String> wrong = corpus.judge(name);
      if (!wrong.isEmpty()) {
        failures.put(name, wrong);
      }
    }
    int passed = names.size() - failures.size();
    System.out.printf("conformance: %d of %d cases pass%n", passed, names.size());
    assertThat(passed).as(String.valueOf(failures)).isGreaterThanOrEqualTo(FLOOR);
  }
}
