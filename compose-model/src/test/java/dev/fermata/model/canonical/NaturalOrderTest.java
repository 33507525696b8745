package dev.fermata.model.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  /** As Docker Compose's YAML has them. */
  private static final List<String> SORTED =
      List.of(
          "", "${B}", "$A", "_x", "1", "2", "10", "A", "B", "a-b", "a.b", "a_b", "a1", "a2", "a10",
          "ab", "b1", "b01", "web", "web-2", "web2", "web10");

  @Test
  void numbers_in_keys_count_and_letters_come_last() {
    var keys = new java.util.ArrayList<>(SORTED);
    Collections.reverse(keys);
    keys.sort(new NaturalOrder());
    assertThat(keys).containsExactlyElementsOf(SORTED);
  }
}
