package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0B, 0B",
    "999, 999B, 999B",
    "1000, 1kB, 1000B",
    "1024, 1.02kB, 1KiB",
    "1982915, 1.98MB, 1.891MiB",
    "102118286, 102MB, 97.39MiB",
    "999999, 1000kB, 976.6KiB",
    "25275863040, 25.3GB, 23.54GiB",
    "9223372036854775807, 9.22EB, 8EiB"
  })
  void sizes_have_the_digits_of_the_docker_client(long bytes, String decimal, String binary) {
    assertThat(Sizes.decimal(bytes)).isEqualTo(decimal);
    assertThat(Sizes.binary(bytes)).isEqualTo(binary);
  }
}
