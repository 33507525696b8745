package dev.fermata.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRefTest {
  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "busybox",
        "busybox:1.36_a-b",
        "library/busybox",
        "ghcr.io/a/b-c/d__e.f:1",
        "localhost:5000/x",
        "[2001:db8::1]:5000/x",
        "Host/x",
        "busybox@" + DIGEST,
        "busybox:1@" + DIGEST,
        DIGEST
      })
  void engines_know_images_by_such_names(String name) {
    assertThat(new ImageRef(name).isWellFormed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "busybox, docker.io/library/busybox:latest, docker.io/library/busybox",
    "busybox:1, docker.io/library/busybox:1, docker.io/library/busybox",
    "me/x, docker.io/me/x:latest, docker.io/me/x",
    "index.docker.io/busybox, docker.io/library/busybox:latest, docker.io/library/busybox",
    "localhost:5000/x, localhost:5000/x:latest, localhost:5000/x",
    "localhost/x:1, localhost/x:1, localhost/x",
    "ghcr.io/a/b:1@" + DIGEST + ", ghcr.io/a/b@" + DIGEST + ", ghcr.io/a/b",
    "busybox@" + DIGEST + ", docker.io/library/busybox@" + DIGEST + ", docker.io/library/busybox",
  })
  void an_image_has_one_name_with_its_registry(String name, String qualified, String repository) {
    assertThat(new ImageRef(name).qualified()).isEqualTo(qualified);
    assertThat(new ImageRef(name).repository()).isEqualTo(repository);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "BUSYBOX",
        "a/B",
        "a b",
        "a:",
        "a:b c",
        "a//b",
        "-a",
        "a@sha256:12",
        "a:-x",
        "a..b"
      })
  void such_are_names_of_nothing(String name) {
    assertThat(new ImageRef(name).isWellFormed()).isFalse();
  }
}
