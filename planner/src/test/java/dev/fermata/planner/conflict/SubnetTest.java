package dev.fermata.planner.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {
  private static Subnet subnet(String text) {
    return Subnet.of(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.256/8", "fd00::/129", "a/8", "10.0.0.0/x"})
  void what_is_no_subnet_is_none(String text) {
    assertThat(Subnet.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24, 10.0.0.255, true",
    "10.0.0.0/24, 10.0.1.0, false",
    "10.0.0.0/0, 192.168.0.1, true",
    "10.0.0.1/32, 10.0.0.1, true",
    "10.0.0.1/32, 10.0.0.2, false",
    "fd00::/64, fd00::1:2:3:4, true",
    "fd00::/64, fd00:0:0:1::1, false",
    "::ffff:10.0.0.0/120, ::ffff:10.0.0.9, true",
    "::/0, 10.0.0.1, false",
    "10.0.0.0/24, nobody, false"
  })
  void an_address_is_in_it_by_its_first_bits(String subnet, String address, boolean in) {
    assertThat(subnet(subnet).contains(address)).isEqualTo(in);
  }

  @Test
  void two_overlap_where_the_shorter_prefix_is_common() {
    assertThat(subnet("10.0.0.0/8").overlaps(subnet("10.9.0.0/16"))).isTrue();
    assertThat(subnet("10.9.0.0/16").overlaps(subnet("10.0.0.0/8"))).isTrue();
    assertThat(subnet("10.8.0.0/16").overlaps(subnet("10.9.0.0/16"))).isFalse();
    assertThat(subnet("0.0.0.0/0").overlaps(subnet("::/0"))).isFalse();
  }
}
