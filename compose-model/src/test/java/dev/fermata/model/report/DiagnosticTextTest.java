package dev.fermata.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
  private static final DiagnosticText TEXT = new DiagnosticText(DiagnosticText.Colours.NONE);

  @Test
  void shows_the_line_with_carets_and_the_hint() {
    var diagnostic =
        Diagnostic.error(
                Code.UNKNOWN_ATTRIBUTE,
                span("a:\n    port: \"8080:80\"\n", 2, 5, 4),
                "unknown attribute `port` in a service")
            .hint("did you mean `ports`?");
    assertThat(TEXT.of(diagnostic))
        .isEqualTo(
            """
            compose.yaml:2:5: error: unknown attribute `port` in a service [unknown-attribute]
                2 |     port: "8080:80"
                  |     ^^^^
              hint: did you mean `ports`?
            """);
  }

  @Test
  void characters_that_nobody_sees_are_marked_in_the_line() {
    String line = "a: \u001B[31m\tb\u202Ec\u200Bd\n";
    var diagnostic = Diagnostic.error(Code.INVALID_VALUE, span(line, 1, 1, 1), "no");

    assertThat(TEXT.of(diagnostic)).contains("a: \uFFFD[31m\tb\uFFFDc\uFFFDd\n");
  }

  @Test
  void a_credential_is_not_quoted() {
    var diagnostic =
        Diagnostic.error(Code.DUPLICATE_KEY, span("DB_PASSWORD: hunter2\n", 1, 1, 11), "twice");
    assertThat(TEXT.of(diagnostic)).contains("DB_PASSWORD: *****").doesNotContain("hunter2");
  }

  @Test
  void a_reference_to_a_credential_is_quoted() {
    var diagnostic =
        Diagnostic.error(
            Code.REQUIRED_VARIABLE, span("DB_PASSWORD: ${PW:?set it}\n", 1, 14, 13), "required");
    assertThat(TEXT.of(diagnostic)).contains("${PW:?set it}");
  }

  @Test
  void what_has_no_place_in_a_file_has_no_quote() {
    var diagnostic = Diagnostic.error(Code.INVALID_VALUE, Span.of("--scale"), "no number");
    assertThat(TEXT.of(diagnostic)).isEqualTo("--scale: error: no number [invalid-value]\n");
  }

  @Test
  void a_long_line_is_cut_around_the_carets() {
    String line = "x".repeat(4_000);
    assertThat(TEXT.of(Diagnostic.error(Code.YAML_SYNTAX, span(line, 1, 2_000, 3), "odd")))
        .hasSizeLessThan(400)
        .contains("^^^\n");
  }

  private static Span span(String text, int line, int column, int length) {
    var start = new Position(line, column);
    return new Span(new SourceText("compose.yaml", text), start, start.plusColumns(length));
  }
}
