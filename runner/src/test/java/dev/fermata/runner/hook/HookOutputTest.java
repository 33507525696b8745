package dev.fermata.runner.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.LogStream.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HookOutputTest {
  private final List<String> told = new ArrayList<>();
  private final HookOutput output = new HookOutput(told::add);

  private void say(Origin origin, String text) {
    output.add(origin, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void lines_are_told_when_they_end_however_they_come() {
    say(Origin.STDOUT, "on");
    say(Origin.STDERR, "bad\r\n");
    say(Origin.STDOUT, "e\ntwo");
    assertThat(told).containsExactly("bad", "one");

    output.end();

    assertThat(told).containsExactly("bad", "one", "two");
  }

  @Test
  void a_letter_of_several_bytes_may_come_in_two_pieces() {
    byte[] letter = "\u00fc\n".getBytes(StandardCharsets.UTF_8);
    output.add(Origin.STDOUT, new byte[] {letter[0]});
    output.add(Origin.STDOUT, new byte[] {letter[1], letter[2]});

    assertThat(told).containsExactly("\u00fc");
  }

  @Test
  void the_last_lines_are_those_of_standard_error_where_there_are_any() {
    say(Origin.STDOUT, "progress\n\n");
    assertThat(output.last()).containsExactly("progress");

    say(Origin.STDERR, "the reason\n");

    assertThat(output.last()).containsExactly("the reason");
  }

  @Test
  void little_is_kept_of_much() {
    for (int line = 1; line <= 100; line++) {
      say(Origin.STDOUT, line + "\n");
    }
    say(Origin.STDOUT, "x".repeat(1_000_000) + "\n");

    assertThat(output.last()).hasSize(10).startsWith("92");
    assertThat(output.last().getLast()).hasSize(2048);
  }
}
