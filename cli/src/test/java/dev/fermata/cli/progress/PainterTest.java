package dev.fermata.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PainterTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Painter painter =
      new Painter(new PrintStream(written, true, StandardCharsets.UTF_8));

  @Test
  void nothing_is_written_where_nothing_has_changed() {
    painter.paint(List.of("one", "two"), 80);
    written.reset();

    painter.paint(List.of("one", "two"), 80);

    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void only_the_line_that_has_changed_is_written() {
    painter.paint(List.of("one", "two"), 80);
    written.reset();

    painter.paint(List.of("one", "three"), 80);

    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("\u001b[2A", "three")
        .doesNotContain("one");
  }

  @Test
  void lines_that_a_narrower_terminal_has_broken_are_taken_away_whole() {
    painter.paint(List.of("x".repeat(80), "two"), 80);
    written.reset();

    painter.paint(List.of("x", "two"), 40);

    assertThat(written.toString(StandardCharsets.UTF_8)).contains("\u001b[3A").contains("two");
  }

  /** From the first line of a screen on, tmux would keep the block in its history. */
  @Test
  void a_block_is_never_cleared_from_its_first_line_on() {
    painter.paint(List.of("one", "two"), 80);
    written.reset();

    painter.erase(80);

    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo("\u001b[2A\r\u001b[2K\n\u001b[J\u001b[A");
  }

  @Test
  void what_is_left_is_not_painted_over() {
    painter.paint(List.of("one"), 80);
    painter.leave();
    written.reset();

    painter.paint(List.of("one"), 80);

    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("A\r").contains("one");
  }
}
