package dev.fermata.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Where we once read a file otherwise than Docker Compose did: its result, in small files. */
class DifferentialTest {
  private static final Path CASES = Path.of("src/test/cases/differential").toAbsolutePath();

  @TempDir private Path home;

  @TestFactory
  Stream<DynamicTest> reads_as_docker_compose_does() {
    var corpus = new Corpus(CASES, home);
    return corpus.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(corpus.judge(name)).isEmpty()));
  }
}
