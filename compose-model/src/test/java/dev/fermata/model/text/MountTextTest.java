package dev.fermata.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTextTest {
  private static MountText parse(String text) {
    return MountText.parse(text) instanceof Parsed.Good<MountText> good
        ? good.value()
        : new MountText(Optional.empty(), "", false, false, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"./a:/b", "/a:/b", "~/a:/b", "C:\\a:/b", "\\\\.\\pipe\\x:/b"})
  void a_path_is_a_bind(String text) {
    assertThat(parse(text).isBind()).isTrue();
    assertThat(parse(text).target()).isEqualTo("/b");
  }

  @Test
  void a_name_is_a_volume() {
    assertThat(parse("data:/b").isBind()).isFalse();
    assertThat(parse("data:/b").source()).contains("data");
  }

  @Test
  void a_path_alone_is_an_anonymous_volume() {
    assertThat(parse("/data").source()).isEmpty();
    assertThat(parse("/data").target()).isEqualTo("/data");
  }

  @Test
  void options_are_read_and_unknown_ones_passed_over() {
    MountText mount = parse("data:/b:ro,nocopy,z,rslave,whatever");
    assertThat(mount.readOnly()).isTrue();
    assertThat(mount.noCopy()).isTrue();
    assertThat(mount.selinux()).contains("z");
    assertThat(mount.propagation()).contains("rslave");
  }

  @ParameterizedTest
  @CsvSource({"a:/b:ro:x, 7, 1", "data::ro, 4, 1", "data:, 4, 1"})
  void names_the_place_of_a_mistake(String text, int offset, int length) {
    assertThat(MountText.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Bad.class,
            bad -> {
              assertThat(bad.offset()).isEqualTo(offset);
              assertThat(bad.length()).isEqualTo(length);
            });
  }
}
