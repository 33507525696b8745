package dev.fermata.buildkit.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/**
 * Fields in protobuf's wire format. As in its third edition, a value that is zero or empty is not
 * written, unless it is one of several.
 */
public final class FieldWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public FieldWriter number(int field, long value) {
    if (value != 0) {
      tag(field, WireType.VARINT);
      varint(value);
    }
    return this;
  }

  public FieldWriter text(int field, String value) {
    return bytes(field, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** What remains in the buffer, which is left as it is. */
  public FieldWriter bytes(int field, ByteBuffer value) {
    if (value.hasRemaining()) {
      chunk(field, value);
    }
    return this;
  }

  public FieldWriter texts(int field, Collection<String> values) {
    values.forEach(value -> chunk(field, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8))));
    return this;
  }

  public FieldWriter message(int field, Message value) {
    chunk(field, ByteBuffer.wrap(value.encoded()));
    return this;
  }

  public FieldWriter messages(int field, Collection<? extends Message> values) {
    values.forEach(value -> message(field, value));
    return this;
  }

  /** A map is a list of messages with the key under 1 and the value under 2. */
  public FieldWriter map(int field, Map<String, String> values) {
    values.forEach((key, value) -> message(field, entry -> entry.text(1, key).text(2, value)));
    return this;
  }

  public FieldWriter bytesMap(int field, Map<String, byte[]> values) {
    values.forEach((key, value) ->
        message(field, entry -> entry.text(1, key).bytes(2, ByteBuffer.wrap(value))));
    return this;
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private void chunk(int field, ByteBuffer value) {
    tag(field, WireType.CHUNK);
    varint(value.remaining());
    if (value.hasArray()) {
      out.write(value.array(), value.arrayOffset() + value.position(), value.remaining());
      return;
    }
    byte[] copy = new byte[value.remaining()];
    value.duplicate().get(copy);
    out.writeBytes(copy);
  }

  private void tag(int field, int type) {
    varint(((long) field << 3) | type);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
