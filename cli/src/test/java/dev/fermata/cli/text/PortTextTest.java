package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PortTextTest {

  @Test
  void a_published_port_names_its_address() {
    assertThat(PortText.of(List.of(port("127.0.0.1", 8080, 80))))
        .isEqualTo("127.0.0.1:8080->80/tcp");
  }

  @Test
  void ports_that_are_only_exposed_have_no_arrow() {
    assertThat(PortText.of(List.of(port("", 0, 5432)))).isEqualTo("5432/tcp");
  }

  @Test
  void neighbours_under_their_own_numbers_are_a_range() {
    assertThat(PortText.of(List.of(port("0.0.0.0", 7001, 7001), port("0.0.0.0", 7000, 7000))))
        .isEqualTo("0.0.0.0:7000-7001->7000-7001/tcp");
  }

  @Test
  void ipv6_addresses_stand_in_brackets() {
    assertThat(PortText.of(List.of(port("::", 8080, 80)))).isEqualTo("[::]:8080->80/tcp");
  }

  private static ObservedPort port(String ip, int published, int target) {
    return new ObservedPort(ip, published, target, "tcp");
  }
}
