package dev.fermata.buildkit.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 127, 128, 300, Integer.MAX_VALUE, 0xffff_ffffL, Long.MAX_VALUE, -1})
  void a_number_comes_back(long number) {
    assertThat(written(out -> out.number(3, number)).number(3)).isEqualTo(number);
  }

  @Test
  void numbers_and_texts_are_written_as_protobuf_writes_them() {
    Message message = out -> out.number(1, 150).text(2, "testing").number(16, 1);

    assertThat(HexFormat.of().formatHex(message.encoded()))
        .isEqualTo("08960112" + "0774657374696e67" + "800101");
  }

  @Test
  void what_is_zero_or_empty_is_not_written() {
    Message message = out -> out.number(1, 0).text(2, "").map(3, Map.of()).texts(4, List.of());

    assertThat(message.encoded()).isEmpty();
  }

  @Test
  void an_empty_text_in_a_list_is_written() {
    assertThat(written(out -> out.texts(1, List.of("a", "", "ü"))).texts(1))
        .containsExactly("a", "", "ü");
  }

  @Test
  void maps_come_back() {
    var texts = Map.of("a", "1", "b", "", "ü", "ö");

    assertThat(written(out -> out.map(7, texts)).map(7)).isEqualTo(texts);
    assertThat(written(out -> out.bytesMap(7, Map.of("x", new byte[] {0, -1}))).bytesMap(7))
        .containsEntry("x", new byte[] {0, -1});
  }

  @Test
  void messages_in_messages_come_back_in_their_order() {
    Message first = out -> out.number(1, 1);
    Message second = out -> out.number(1, 2);

    assertThat(
            written(out -> out.messages(5, List.of(first, second))).messages(5, in -> in.number(1)))
        .containsExactly(1L, 2L);
  }

  @Test
  void a_part_of_a_buffer_is_written_and_left_as_it_is() {
    ByteBuffer part = ByteBuffer.wrap("xabcx".getBytes(UTF_8)).position(1).limit(4);
    ByteBuffer direct = ByteBuffer.allocateDirect(2).put((byte) 1).put((byte) 2).flip();

    assertThat(written(out -> out.bytes(4, part)).text(4)).isEqualTo("abc");
    assertThat(written(out -> out.bytes(4, direct)).bytes(4)).containsExactly(1, 2);
    assertThat(part.remaining()).isEqualTo(3);
  }

  @Test
  void fields_of_all_types_that_nobody_asks_for_are_passed_over() {
    byte[] bytes =
        HexFormat.of().parseHex("0801" + "111122334455667788" + "1d11223344" + "220161" + "2802");

    Fields fields = Fields.of(bytes);

    assertThat(fields.number(1)).isEqualTo(1);
    assertThat(fields.number(5)).isEqualTo(2);
  }

  @Test
  void the_last_of_several_values_counts() {
    assertThat(Fields.of(HexFormat.of().parseHex("08010802")).number(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"08", "0880", "0a", "0a05", "0a0561", "09112233", "0d1122", "80", "0affffffff0f"})
  void a_message_that_is_cut_off_is_refused(String hex) {
    assertThatThrownBy(() -> Fields.of(HexFormat.of().parseHex(hex)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("a message ends before its field does");
  }

  @Test
  void a_number_without_an_end_is_refused() {
    assertThatThrownBy(() -> Fields.of(HexFormat.of().parseHex("08" + "ff".repeat(11))))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void a_field_of_an_unknown_type_is_refused() {
    assertThatThrownBy(() -> Fields.of(HexFormat.of().parseHex("0b")))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("field 1 is of no known type");
  }

  @Test
  void packets_come_back() {
    var attributes = new TreeMap<>(Map.of("user.a", new byte[] {1}));
    var stat = new Stat("a/b", 0x8000_01ed, 1, -1, 5L << 32, 7, "to", 8, 9, attributes);

    assertThat(packet(new Packet.Entry(stat)))
        .isInstanceOfSatisfying(
            Packet.Entry.class,
            entry -> assertThat(entry.stat()).usingRecursiveComparison().isEqualTo(stat));
    assertThat(packet(new Packet.EndOfEntries())).isEqualTo(new Packet.EndOfEntries());
    assertThat(packet(new Packet.Request(0))).isEqualTo(new Packet.Request(0));
    assertThat(packet(new Packet.Data(3, ByteBuffer.wrap(new byte[] {1, 2}))))
        .isEqualTo(new Packet.Data(3, ByteBuffer.wrap(new byte[] {1, 2})));
    assertThat(packet(new Packet.Finish())).isEqualTo(new Packet.Finish());
    assertThat(packet(new Packet.Failure("why"))).isEqualTo(new Packet.Failure("why"));
  }

  private static Packet packet(Packet packet) {
    return Packet.read(Fields.of(packet.encoded()));
  }

  private static Fields written(Message message) {
    return Fields.of(message.encoded());
  }
}
