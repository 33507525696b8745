package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ByteSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTextTest {

  @ParameterizedTest
  @CsvSource({
    "1024, 1024",
    "-1, -1",
    "64m, 67108864",
    "1.5g, 1610612736",
    "2 GiB, 2147483648",
    "1kb, 1024",
    "10b, 10",
    "1P, 1125899906842624"
  })
  void counts_in_units_of_1024(String text, long bytes) {
    assertThat(ByteSizeText.parse(text)).isEqualTo(Parsed.good(new ByteSize(bytes)));
  }

  @ParameterizedTest
  @CsvSource({"64x, 2, 1", "64mm, 2, 2", "-5m, 0, 3", "many, 0, 4", "9999999p, 0, 8"})
  void names_the_place_of_a_mistake(String text, int offset, int length) {
    assertThat(ByteSizeText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Bad.class,
            bad -> {
              assertThat(bad.offset()).isEqualTo(offset);
              assertThat(bad.length()).isEqualTo(length);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", " m"})
  void needs_a_number(String text) {
    assertThat(ByteSizeText.parse(text)).isInstanceOf(Parsed.Bad.class);
  }
}
