package dev.fermata.runner.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.runner.engine.file.PathStat.Kind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of {@code docker cp}, row by row. */
final class LandingTest {
  private static Landing landing(Kind kind, String name, String path, String there) {
    Optional<Kind> found = there.equals("-") ? Optional.empty() : Optional.of(Kind.valueOf(there));
    return Landing.of(new Landing.Source(kind, name), new Landing.Destination(path, found));
  }

  @ParameterizedTest
  @CsvSource({
    "FILE, f, /to, FOLDER, /to, f",
    "FILE, f, /to/, FOLDER, /to/, f",
    "FILE, f, /to, FILE, /, to",
    "FILE, f, /to, -, /, to",
    "FOLDER, d, /to, FOLDER, /to, d",
    "FOLDER, ., /to, FOLDER, /to, .",
    "FOLDER, d, /new, -, /, new",
    "FOLDER, d, /new/, -, /, new",
    "FOLDER, ., /new, -, /, new",
    "LINK, l, /new, -, /, new",
  })
  void what_is_copied_lands_where_docker_cp_puts_it(
      Kind kind, String name, String path, String there, String folder, String as) {
    assertThat(landing(kind, name, path, there)).isEqualTo(new Landing(folder, as));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FOLDER|d|/to|FILE|a folder cannot be copied onto `/to`, which is a file",
        "FILE|f|/no/|-|no such directory: `/no/`",
        "FILE|f|/no/.|-|no such directory: `/no/.`",
      })
  void what_makes_no_sense_is_refused(
      Kind kind, String name, String path, String there, String sentence) {
    CopyRefusal refusal =
        catchThrowableOfType(CopyRefusal.class, () -> landing(kind, name, path, there));

    assertThat(refusal.sentence()).isEqualTo(sentence);
  }
}
