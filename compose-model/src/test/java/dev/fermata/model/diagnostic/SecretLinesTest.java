package dev.fermata.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.source.SourceText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretLinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'services:\n  web: {secrets: [a]}\nsecrets:\n  a:\n# x\n    file: b\nx-a: c' | 3 4 5 6",
        "'services:\n  web:\n    secrets:\n      - a' | ''",
        "'secrets:\n- a\n- b\nx: y' | 1 2 3",
        "'{\n  \"secrets\": {\n    \"a\": {}\n  },\n  \"name\": \"b\"\n}' | 2 3",
        "'{\"name\": \"b\", \"secrets\": {\"a\": {}}}' | 1",
        "'secrets: {a: {file: b}}\n---\nname: c' | 1",
      })
  void only_what_stands_below_the_section_of_that_name_is_secret(String text, String expected) {
    SecretLines lines = SecretLines.in(new SourceText("compose.yaml", text));
    assertThat(
            IntStream.rangeClosed(1, 9)
                .filter(lines::contains)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }
}
