package dev.fermata.model.load.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.interpolate.VariableScope;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvTest {
  private static final VariableScope KNOWN = VariableScope.above(DotenvTest::outside);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "A = spaced, spaced",
        "A: yaml style, yaml style",
        "export   A=1, 1",
        "A=value # comment, value",
        "A=value#none, value#none",
        "A= # kept, # kept",
        "A=x=y=z, x=y=z",
        "A=it's, it's",
        "A=\"say \\\"hi\\\" \\0101 \\q\", say \"hi\" A \\q",
        "A='it\\'s $B', it's $B",
        "A=\"\\$B\", $B",
        "A=$B-${C:-c}, outside-c",
      })
  void reads_a_value(String line, String value) {
    assertThat(parse(line).value().orElseThrow()).containsExactly(Map.entry("A", value));
  }

  @Test
  void what_a_file_said_before_is_seen_but_the_outside_wins() {
    assertThat(parse("X=x\nA=${X}\nB=own\nC=${B}\n").value().orElseThrow())
        .containsEntry("A", "x")
        .containsEntry("C", "outside");
  }

  @Test
  void a_quoted_value_may_span_lines() {
    assertThat(parse("A=\"one\ntwo # three\"\nC='x'").value().orElseThrow())
        .containsEntry("A", "one\ntwo # three")
        .containsEntry("C", "x");
  }

  @Test
  void every_bad_line_is_reported_and_the_rest_is_read() {
    var parsed = parse("A B=1\nX!=2\nGOOD=3\n=4\nC=\"open\n");
    assertThat(parsed.value().orElseThrow()).containsOnlyKeys("GOOD");
    assertThat(parsed.diagnostics().stream().map(Diagnostic::span).map(Optional::orElseThrow))
        .extracting(Object::toString)
        .containsExactly(".env:1:1", ".env:2:1", ".env:4:1", ".env:5:3");
  }

  @Test
  void the_raw_format_keeps_quotes_and_dollars() {
    var raw = RawEnv.parse(new SourceText("raw.env", "A=\"q\" # no\nB\nNO\n"), KNOWN);
    assertThat(values(raw).value().orElseThrow())
        .containsOnly(Map.entry("A", "\"q\" # no"), Map.entry("B", "outside"));
  }

  @Test
  void each_value_knows_the_place_of_its_name() {
    var parsed = Dotenv.parse(new SourceText(".env", "# x\nA=1\n export C=2\nB\n"), KNOWN);
    assertThat(parsed.value().orElseThrow().values())
        .extracting(found -> found.span().toString())
        .containsExactly(".env:2:1", ".env:3:9", ".env:4:1");
  }

  private static Result<Map<String, String>> parse(String text) {
    return values(Dotenv.parse(new SourceText(".env", text), KNOWN));
  }

  private static Result<Map<String, String>> values(
      Result<SequencedMap<String, Assignment>> parsed) {
    return parsed.then(found -> Result.of(Variables.of(found).values()));
  }

  private static Optional<Assignment> outside(String name) {
    return name.equals("B")
        ? Optional.of(Assignment.of("outside", Span.of("the test")))
        : Optional.empty();
  }
}
