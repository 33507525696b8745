package dev.fermata.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "linux/x86_64, linux/amd64",
    "LINUX/AMD64, linux/amd64",
    "linux/amd64/v1, linux/amd64",
    "linux/aarch64, linux/arm64",
    "linux/arm64/v8, linux/arm64",
    "linux/arm64/8, linux/arm64",
    "linux/arm, linux/arm/v7",
    "linux/armhf, linux/arm/v7",
    "linux/armel, linux/arm/v6",
    "linux/i386, linux/386",
    "macos/arm64, darwin/arm64",
    "windows(10.0.17763)/amd64, windows/amd64",
    "linux, linux",
    "arm64, arm64",
    "linux/amd64/v2, linux/amd64/v2",
  })
  void what_engines_take_for_the_same_is_the_same(String written, String same) {
    assertThat(Platform.of(written)).hasToString(same).isEqualTo(Platform.of(same));
  }

  @ParameterizedTest
  @CsvSource({
    "linux/arm64, linux/arm64/v8",
    "linux/arm64, linux/",
    "linux, linux/arm64",
    "arm64, linux/arm64",
  })
  void an_image_for_it_is_met(String wanted, String there) {
    assertThat(Platform.of(wanted).isMetBy(Platform.of(there))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "linux/arm64, linux/amd64",
    "linux/amd64, linux/386",
    "linux/arm64, linux/arm/v7",
    "linux/arm/v7, linux/arm/v6",
    "linux/amd64, windows/amd64",
    "linux/amd64/v2, linux/amd64",
  })
  void an_image_for_another_one_is_not(String wanted, String there) {

    assertThat(Platform.of(wanted).isMetBy(Platform.of(there))).isFalse();
  }

  /** As measured on engines 20.10 and 28.5. */
  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/386",
    "linux/amd64/v2, linux/amd64",
    "linux/arm64, linux/arm/v7",
    "linux/arm64/v9, linux/arm64",
    "linux/arm/v7, linux/arm/v6",
    "linux/arm, linux/arm/v5",
  })
  void an_older_processor_of_the_family_is_accepted(String wanted, String there) {
    assertThat(Platform.of(wanted).accepts(Platform.of(there))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/arm64",
    "linux/386, linux/amd64",
    "linux/amd64, linux/amd64/v2",
    "linux/arm64, linux/arm64/v9",
    "linux/arm/v6, linux/arm/v7",
    "linux/arm, linux/arm64",
    "windows/amd64, linux/amd64",
  })
  void a_newer_or_another_one_is_not(String wanted, String there) {
    assertThat(Platform.of(wanted).accepts(Platform.of(there))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "a/b/c/d", "linux/*", "", "li nux/amd64"})
  void what_is_none_is_known(String text) {
    assertThat(Platform.of(text).isWellFormed()).isFalse();
  }

  @Test
  void what_is_one_is_known_even_where_nobody_has_it() {
    assertThat(Platform.of("linux/nope").isWellFormed()).isTrue();
    assertThat(Platform.of("arm64").isWellFormed()).isTrue();
  }
}
