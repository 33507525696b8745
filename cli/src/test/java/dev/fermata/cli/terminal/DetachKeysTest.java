package dev.fermata.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DetachKeysTest {
  private static final char P = 16;
  private static final char Q = 17;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ctrl-p,ctrl-q | 16 17",
        "ctrl-a | 1",
        "ctrl-z,x | 26 120",
        "ctrl-@ | 0",
        "ctrl-[ | 27",
        "ctrl-\\ | 28",
        "ctrl-] | 29",
        "ctrl-^ | 30",
        "ctrl-_ | 31",
      })
  void keys_are_written_as_the_docker_client_does(String text, String sent) {
    String keys = DetachKeys.of(text).orElseThrow().keys();

    assertThat(keys.chars().mapToObj(String::valueOf).toList()).containsExactly(sent.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ctrl-p,", "ctrl-1", "ctrl-", "alt-x", "ä"})
  void other_words_are_no_keys(String text) {
    assertThat(DetachKeys.of(text)).isEmpty();
  }

  @Test
  void what_is_typed_passes_but_the_keys() {
    var watch = DetachKeys.USUAL.watch();

    assertThat(typed(watch, "ls\r")).isEqualTo("ls\r");
    assertThat(typed(watch, "a" + P)).isEqualTo("a");
    assertThat(watch.isComplete()).isFalse();
    assertThat(typed(watch, Q + "lost")).isEmpty();
    assertThat(watch.isComplete()).isTrue();
  }

  @Test
  void a_begin_of_the_keys_passes_when_something_else_follows() {
    var watch = DetachKeys.USUAL.watch();

    assertThat(typed(watch, "" + P)).isEmpty();
    assertThat(typed(watch, "x")).isEqualTo(P + "x");
    assertThat(typed(watch, "" + P + P)).isEqualTo("" + P);
    assertThat(typed(watch, "" + Q)).isEmpty();
    assertThat(watch.isComplete()).isTrue();
  }

  private static String typed(DetachKeys.Watch watch, String keys) {
    byte[] bytes = keys.getBytes(StandardCharsets.ISO_8859_1);
    return new String(watch.passing(bytes, bytes.length), StandardCharsets.ISO_8859_1);
  }
}
