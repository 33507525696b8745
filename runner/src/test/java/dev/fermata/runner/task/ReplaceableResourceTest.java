package dev.fermata.runner.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaceableResourceTest {
  private final List<String> closed = new ArrayList<>();
  private final ReplaceableResource<String> stream = new ReplaceableResource<>(closed::add);

  @Test
  void what_is_replaced_is_closed() {
    stream.put("one");
    stream.put("two");

    assertThat(closed).containsExactly("one");
    assertThat(stream.current()).hasValue("two");
  }

  @Test
  void what_comes_after_the_close_is_closed_at_once() {
    stream.put("one");
    stream.close();
    stream.put("two");

    assertThat(closed).contains("one", "two");
    assertThat(stream.isClosed()).isTrue();
  }

  @Test
  void what_is_cleared_is_closed_and_gone() {
    stream.put("one");
    stream.clear();
    stream.close();

    assertThat(closed).containsExactly("one");
    assertThat(stream.current()).isEmpty();
  }
}
