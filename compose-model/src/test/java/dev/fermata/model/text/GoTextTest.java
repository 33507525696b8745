package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoTextTest {
  private static final List<String> TEXTS =
      List.of(
          "", "A", "a", "a-b", "aB", "ab", "abc", "é", "\uD7FF", "\uE000", "\uFFFF", "😀", "😁a");

  @Test
  void keys_are_in_the_order_of_their_bytes() {
    for (String a : TEXTS) {
      for (String b : TEXTS) {
        int expected = Arrays.compareUnsigned(bytes(a), bytes(b));
        assertThat(Integer.signum(GoText.ORDER.compare(a, b)))
            .as("%s and %s", a, b)
            .isEqualTo(Integer.signum(expected));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
