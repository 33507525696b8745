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
        "'secrets:;  a:;# x;    file: b;x-a: c' | 'secrets:;  a:;# x;    file: *****;x-a: c'",
        "'services:;  web:;    secrets:;      - a' | 'services:;  web:;    secrets:;      - a'",
        "'secrets:;- a;- b;x: y' | 'secrets:;- *****;- *****;x: y'",
        "'{;  \"secrets\": {;    \"a\": 1;  },;  \"b\": c;}'"
            + " | '{;  \"secrets\": {;    \"a\": *****;  },;  \"b\": c;}'",
        "'{\"name\": \"b\", \"secrets\": {\"a\": {}}}' | '{\"name\": *****'",
        "'secrets: {a: {file: b}};---;name: c' | 'secrets: {a: {file: *****;---;name: c'",
      })
  void only_what_stands_below_the_section_of_that_name_is_secret(String text, String expected) {
    assertThat(open(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "A_KEY: |;  x;;  y: z;B: c > A_KEY: *****;  *****;*****;  *****;B: c",
        "- name: x;  A_KEY: !t &a |-;   b;  B: c > - name: x;  A_KEY: *****;   *****;  B: c",
        "- A_KEY=x;  y;- B=c > - A_KEY=*****;  *****;- B=c",
        "A_KEY: \"x;y;z\";B: c > A_KEY: *****;*****;*****;B: c",
        "- 'A_KEY=x;  y';- B=c > - 'A_KEY=*****;  *****;- B=c",
        "A_KEY: \"x\\\";y\";B: c > A_KEY: *****;*****;B: c",
        "export A_KEY='x;y';B=c > export A_KEY=*****;*****;B=c",
        "token: &a;  x: y > token: *****;  x: y",
        "token:;  x: y > token:;  x: y",
        "token: {;  x: y} > token: {;  x: y}",
        "A_KEY:;  x;B: c > A_KEY:;  *****;B: c",
        "A_KEY: &a;  x;B: c > A_KEY: *****;  *****;B: c",
        "A_KEY: # c;;  - x;B: c > A_KEY: *****;*****;  *****;B: c",
        "? A_KEY;: x > ? A_KEY;: x",
        "- A_KEY=;  x: y;- B=c > - A_KEY=;  *****;- B=c",
        "{A: b, A_KEY: \"x;  y\", B: c} > {A: b, A_KEY: *****;  *****",
        "{A_KEY: \"x; y\", B_KEY: \"z; q\"};C: d > {A_KEY: *****; *****; *****;C: d",
        "- \"A_KEY=\";- B=c;- \"C=d\" > - \"A_KEY=*****;- B=c;- \"C=d\"",
        "[a, \"--token=\"];b: \"c\" > [a, \"--token=*****;b: \"c\"",
        "- \"A_KEY=x; y\";B: c > - \"A_KEY=*****; *****;B: c",
        "\"A_KEY\":;  \"x\", > \"A_KEY\":;  *****",
      })
  void a_value_named_like_a_credential_is_secret_to_its_end(String text, String expected) {
    assertThat(open(text)).isEqualTo(expected);
  }

  /** With semicolons for line ends. */
  private static String open(String text) {
    var source = new SourceText("compose.yaml", text.replace(';', '\n'));
    SecretLines lines = SecretLines.in(source);
    return IntStream.rangeClosed(1, source.lineCount())
        .mapToObj(lines::open)
        .collect(Collectors.joining(";"));
  }
}
