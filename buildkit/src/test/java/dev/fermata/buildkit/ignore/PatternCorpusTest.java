package dev.fermata.buildkit.ignore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.buildkit.ignore.PathPatterns.Match;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What dev/record-patterns has recorded of moby's own matcher. */
class PatternCorpusTest {

  static Stream<String> corpus() throws IOException {
    return lines("/patterns/corpus.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void patterns_match_what_they_match_in_the_engine(String recorded) {
    List<String> fields = List.of(recorded.split("\t"));
    List<String> list = List.of(fields.getFirst().split(";"));
    if (fields.get(1).equals("refused")) {
      assertThatThrownBy(() -> PathPatterns.of(list)).isInstanceOf(PatternException.class);
      return;
    }
    PathPatterns patterns = PathPatterns.of(list);
    List<String> answers =
        fields.stream()
            .skip(1)
            .map(field -> field.substring(0, field.length() - 3))
            .map(path -> path + "=" + digit(patterns.matches(path)) + digit(walked(patterns, path)))
            .toList();
    assertThat(answers).isEqualTo(fields.subList(1, fields.size()));
  }

  @Test
  void the_lines_of_an_ignore_file_become_the_engines_patterns() throws IOException {
    for (String recorded : lines("/patterns/ignorefile.tsv")) {
      List<String> fields = Arrays.stream(recorded.split("\t")).map(this::unquoted).toList();
      String text = fields.getFirst();
      if (text.equals("!")) {
        // Refused where it is used; we tell its line.
        continue;
      }
      assertThat(IgnoreRules.parse("f", text).lines())
          .as(text)
          .isEqualTo(fields.subList(1, fields.size()));
    }
  }

  private String unquoted(String field) {
    String quoted = field.substring(1, field.length() - 1);
    return quoted.replace("\\ufeff", "\uFEFF").translateEscapes();
  }

  private static boolean walked(PathPatterns patterns, String path) {
    Match match = Match.NONE;
    var walked = new StringBuilder();
    for (String name : path.split("/", -1)) {
      walked.append(walked.isEmpty() ? "" : "/").append(name);
      match = patterns.below(match, walked.toString());
    }
    return match.matches();
  }

  private static String digit(boolean matches) {
    return matches ? "1" : "0";
  }

  private static List<String> lines(String resource) throws IOException {
    var lines = new ArrayList<String>();
    try (var in = requireNonNull(PatternCorpusTest.class.getResourceAsStream(resource));
        var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
