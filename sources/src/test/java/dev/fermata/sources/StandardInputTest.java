package dev.fermata.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.load.file.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandardInputTest {
  private static final String TEXT = "name: größe\n";

  private final InputStream in = new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));

  @Test
  void it_is_read_where_a_file_is_named_so() {
    assertThat(StandardInput.read(List.of("a.yaml", "-"), Map.of(), in)).isEqualTo(TEXT);
  }

  @Test
  void it_is_read_where_the_environment_says_so_and_no_file_is_named() {
    assertThat(StandardInput.read(List.of(), Map.of("COMPOSE_FILE", "-"), in)).isEqualTo(TEXT);
  }

  @Test
  void else_it_is_left_alone() throws IOException {
    assertThat(StandardInput.read(List.of(), Map.of(), in)).isEmpty();
    assertThat(StandardInput.read(List.of("a.yaml"), Map.of("COMPOSE_FILE", "-"), in)).isEmpty();
    assertThat(in.readAllBytes()).hasSize(TEXT.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void no_more_is_read_than_tells_that_it_is_too_large() {
    var large = new ByteArrayInputStream(new byte[Sources.MAX_SIZE + 100]);

    assertThat(StandardInput.read(List.of("-"), Map.of(), large)).hasSize(Sources.MAX_SIZE + 1);
    assertThat(large.available()).isEqualTo(99);
  }

  @Test
  void one_that_cannot_be_read_is_told() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThatThrownBy(() -> StandardInput.read(List.of("-"), Map.of(), broken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read standard input");
  }
}
