package dev.fermata.runner.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathTextTest {
  @ParameterizedTest
  @CsvSource({
    "/a/b, /a, b",
    "/a/b/, /a, b",
    "/a/b/., /a/b, .",
    "/a, /, a",
    "/, /, /",
    "/., /, .",
    "., ., .",
    "a, ., a",
    "a/../b, ., b",
    "/../a, /, a",
  })
  void the_end_of_a_path_says_what_is_meant(String path, String parent, String name) {
    assertThat(PathText.parent(path)).isEqualTo(parent);
    assertThat(PathText.name(path)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "/home, a/b/, /home/a/b/",
    "/home, a/., /home/a/.",
    "/home, ., /home/.",
    "/home, ../x, /x",
    "/home, /x/, /x/",
    "/home, /, /",
  })
  void a_relative_path_keeps_its_end(String folder, String path, String whole) {
    assertThat(PathText.in(folder, path)).isEqualTo(whole);
  }
}
