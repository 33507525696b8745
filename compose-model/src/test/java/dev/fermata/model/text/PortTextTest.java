package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.PortMapping;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 | 80/tcp",
        "8080:80 | 8080->80/tcp",
        "8080:80/udp | 8080->80/udp",
        "127.0.0.1:8080:80 | 127.0.0.1:8080->80/tcp",
        "127.0.0.1::80 | 127.0.0.1:80/tcp",
        "[::1]:7000:7000 | ::1:7000->7000/tcp",
        "::1:7000:7000 | ::1:7000->7000/tcp",
        "9010-9012:95 | 9010-9012->95/tcp",
        "9000-9001:80-81 | 9000->80/tcp 9001->81/tcp",
        "9998-10000 | 10000/tcp 9998/tcp 9999/tcp",
      })
  void reads_each_form(String text, String ports) {
    assertThat(PortText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Good.class, good -> assertThat(shown((List<?>) good.value())).isEqualTo(ports));
  }

  private static String shown(List<?> ports) {
    return ports.stream()
        .map(PortMapping.class::cast)
        .map(port ->
            port.hostIp().map(ip -> ip + ":").orElse("")
                + port.published().map(published -> published + "->").orElse("")
                + port.target()
                + "/"
                + port.protocol())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "80:, 2, 1",
    "80:http, 3, 4",
    "70000:80, 0, 5",
    "8080:80/tpc, 8, 3",
    "1.2.3:80:80, 0, 5",
    "90-80:80, 0, 5",
    "8000-8001:80-82, 0, 15"
  })
  void names_the_place_of_a_mistake(String text, int offset, int length) {
    assertThat(PortText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Bad.class,
            bad -> {
              assertThat(bad.offset()).isEqualTo(offset);
              assertThat(bad.length()).isEqualTo(length);
            });
  }
}
