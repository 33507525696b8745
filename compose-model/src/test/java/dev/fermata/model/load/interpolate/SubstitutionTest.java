package dev.fermata.model.load.interpolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
  private static final Map<String, String> VARIABLES =
      Map.of("SET", "value", "EMPTY", "", "B", "b");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "$SET, value",
        "${SET}-$SET.x, value-value.x",
        "${NO:-d}, d",
        "${EMPTY:-d}, d",
        "[${EMPTY-d}], []",
        "[${NO:+r}], []",
        "${SET:+r}, r",
        "[${EMPTY:+r}], []",
        "${EMPTY+r}, r",
        "[${EMPTY?m}], []",
        "${NO:-${NEITHER:-x}}, x",
        "${NO:-${NEITHER:-$B}}z, bz",
        "${NO:-a:-b}, a:-b",
        "$$SET $${SET} $$$SET, $SET ${SET} $value",
        "$1 $( $ $.x cost$, $1 $( $ $.x cost$",
        "${NO:-x}}, x}",
        "${NO:-{}}, {}",
        "${NO:-$$A}, $A",
        "${SET:-${NO:?only when needed}}, value",
      })
  void fills_in_every_form(String text, String filled) {
    var outcome = Substitution.apply(text, SubstitutionTest::variable);
    assertThat(outcome.text()).isEqualTo(filled);
    assertThat(outcome.isSound()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "${SET:latest}, 0",
    "a${MY TAG}, 1",
    "${}, 0",
    "${1TAG}, 0",
    "x ${SET, 2",
    "${NO:?because}, 0",
    "${NO:-${SET:0:3}}, 6",
  })
  void says_where_a_form_is_wrong(String text, int offset) {
    var outcome = Substitution.apply(text, SubstitutionTest::variable);
    assertThat(outcome.isSound()).isFalse();
    assertThat(outcome.problems().getFirst().offset()).isEqualTo(offset);
  }

  @Test
  void nesting_without_end_is_refused() {
    var outcome =
        Substitution.apply("${A:-".repeat(10_000) + "}".repeat(10_000), SubstitutionTest::variable);
    assertThat(outcome.isSound()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a${SET}b$B | SET VALUE 1-6, B VALUE 7-8",
        "${NO:-x${B}} | NO DEFAULT 0-2, B VALUE 1-2",
        "${SET:+r}-$NO- | SET ALTERNATIVE 0-1, NO NOTHING 2-2",
        "${EMPTY:-d}$$B | EMPTY DEFAULT 0-1",
        "${SET:-$NO} | SET VALUE 0-5",
      })
  void tells_which_variable_gave_which_part(String text, String parts) {
    var outcome = Substitution.apply(text, SubstitutionTest::variable);
    assertThat(outcome.draws())
        .extracting(p -> p.name() + " " + p.kind() + " " + p.from() + "-" + p.to())
        .containsExactly(parts.split(", "));
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(VARIABLES.get(name));
  }
}
