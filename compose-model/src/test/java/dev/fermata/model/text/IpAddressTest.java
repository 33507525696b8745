package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "127.0.0.1",
        "::",
        "::1",
        "fe80::1",
        "1:2:3:4:5:6:7:8",
        "::ffff:10.0.0.1",
        "2001:db8::"
      })
  void is_an_address(String text) {
    assertThat(IpAddress.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "1.2.3",
        "256.0.0.1",
        "01.2.3.4",
        ":1",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "12345::",
        "::1.2.3"
      })
  void is_none(String text) {
    assertThat(IpAddress.isValid(text)).isFalse();
  }
}
