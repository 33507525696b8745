package dev.fermata.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.source.SourceText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  @ParameterizedTest
  @CsvSource({
    "010, INTEGER, 8",
    "0o17, INTEGER, 15",
    "0x1F, INTEGER, 31",
    "0b11, INTEGER, 3",
    "-0x10, INTEGER, -16",
    "1_000, INTEGER, 1000",
    "089, FLOAT, 89",
    "2.50, FLOAT, 2.5",
    "12e03, FLOAT, 12000",
    "18446744073709551616, FLOAT, 1.8446744073709552e+19",
    "yes, STRING, yes",
    "22:22, STRING, 22:22",
    "0x, STRING, 0x",
    "1e, STRING, 1e",
    "TRUE, BOOLEAN, true",
    "2024-1-31, DATE, 2024-01-31 00:00:00 +0000 UTC",
    "2024-13-31, STRING, 2024-13-31",
  })
  void reads_plain_text_as_docker_compose_does(String written, Scalar.Kind kind, String text) {
    assertThat(mapping("a: " + written).get("a"))
        .get()
        .isInstanceOfSatisfying(
            Scalar.class,
            scalar -> {
              assertThat(scalar.kind()).isEqualTo(kind);
              assertThat(scalar.text()).isEqualTo(text);
              assertThat(scalar.raw()).isEqualTo(written);
            });
  }

  @Test
  void a_scalar_knows_its_place_behind_wide_characters() {
    Mapping root = mapping("a: x\n\"\uD83D\uDE00\": b");
    assertThat(root.get("\uD83D\uDE00").orElseThrow().span()).hasToString("compose.yaml:2:7");
  }

  @Test
  void own_keys_win_over_merged_ones() {
    Mapping root = mapping("x: &x {a: 1, b: 2}\ny:\n  b: 3\n  <<: *x");
    assertThat(root.get("y").map(y -> ((Mapping) y).entries().keySet().toString()))
        .contains("[b, a]");
  }

  @Test
  void a_duplicate_key_is_reported_with_the_first_one_and_read_past() {
    Result<List<Node>> read = read("a: 1\nb: 2\na: 3\nb: 4\n");
    assertThat(read.value()).isPresent();
    assertThat(read.diagnostics()).extracting(Diagnostic::code).containsOnly(Code.DUPLICATE_KEY);
    assertThat(read.diagnostics()).hasSize(2);
    assertThat(read.diagnostics().getFirst().related().getFirst().span())
        .hasToString("compose.yaml:1:1");
  }

  @Test
  void tags_ask_for_a_reset_or_an_override() {
    Mapping root = mapping("a: !reset []\nb: !override\n  c: d");
    assertThat(root.get("a").orElseThrow().tag()).isEqualTo(MergeTag.RESET);
    assertThat(root.get("b").orElseThrow().tag()).isEqualTo(MergeTag.OVERRIDE);
  }

  @Test
  void a_file_may_hold_several_documents() {
    assertThat(read("a: 1\n---\nb: 2\n---\n").value().orElseThrow()).hasSize(3);
    assertThat(read("# nothing").value().orElseThrow()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'a: &a {b: *a}', the alias `*a` stands inside of what it names",
    "'a: *b', no anchor `b` comes before this alias",
    "'a:\n\tb: c', a tab is used to indent; YAML allows spaces only",
    "'a: b: c', a `:` does not belong here",
    "'a: @b', text cannot start with `@`",
    "'{x: !reset}', a space is missing behind this tag",
    "'{a: b}\n&x', the document has ended above this",
    "'a: *.log', no name of an anchor follows this `*`",
    "'a: &', no name follows this `&`",
    "'a: [b, , c]', a value is missing here",
    "'a: - b', a list cannot start here",
    "'a: |x', `x` does not belong here",
    "'a: \"\\q\"', `\\q` means nothing between double quotes",
    "'a: \"\u0000\"', the character U+0000 is not allowed in YAML",
  })
  void a_syntax_error_is_explained(String text, String message) {
    Result<List<Node>> read = read(text);
    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics())
        .extracting(found -> found.message().shown())
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'a: [b,\n  c\n', compose.yaml:1:4",
    "'a:\n  b: [\n\n', compose.yaml:2:6",
    "'a: it''s\nb: [\"]\", {c: d}, # ]\n', compose.yaml:2:4",
    "'a: [b]\nc: {d: e', compose.yaml:2:4",
  })
  void what_is_never_closed_is_found_where_it_is_opened(String text, String place) {
    Diagnostic said = read(text).diagnostics().getFirst();
    assertThat(said.message().shown()).endsWith("is never closed");
    assertThat(said.span().orElseThrow()).hasToString(place);
  }

  @Test
  void hostile_input_ends_in_a_diagnostic_within_bounded_time() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String item = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (item + ", ").repeat(9) + item));
    }
    for (String text :
        List.of(
            bomb.toString(),
            "[".repeat(10_000),
            "{a: ".repeat(10_000),
            "- ".repeat(10_000),
            "\"" + "a".repeat(10_000_000),
            "? ".repeat(10_000),
            "\"" + "x".repeat(1_000_000))) {
      Result<List<Node>> read =
          Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> read(text));
      assertThat(read.hasErrors()).as(text.substring(0, 30)).isTrue();
    }
  }

  private static Result<List<Node>> read(String text) {
    return YamlReader.read(new SourceText("compose.yaml", text));
  }

  private static Mapping mapping(String text) {
    Result<List<Node>> read = read(text);
    assertThat(read.diagnostics()).isEmpty();
    return (Mapping) read.value().orElseThrow().getFirst();
  }
}
