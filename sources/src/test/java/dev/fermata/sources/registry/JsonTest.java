package dev.fermata.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

  private static Json parse(String text) throws IOException {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_there_is_found() throws IOException {
    Json json = parse("{\"a\":{\"b\":[{\"c\":\"x\"},7]},\"n\":12,\"t\":true}");

    assertThat(json.at("a").at("b").items()).hasSize(2);
    assertThat(json.at("a").at("b").items().getFirst().text("c")).isEqualTo("x");
    assertThat(json.number("n")).isEqualTo(12);
    assertThat(json.text("n")).isEqualTo("12");
    assertThat(json.text("t")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"a\"", "{}", "{\"a\":null}", "7"})
  void what_is_not_there_is_absent(String text) throws IOException {
    Json json = parse(text);

    assertThat(json.at("a").isAbsent()).isTrue();
    assertThat(json.at("a").at("b").items()).isEmpty();
    assertThat(json.maybe("a")).isEmpty();
    assertThat(json.number("a")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\"", "{\"a\":", "}", "hello", "[[[["})
  void what_is_no_json_is_refused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(IOException.class);
  }
}
