package dev.fermata.buildkit.message;

import java.nio.ByteBuffer;

/** A message of bytes alone: a secret, a piece of an agent's talk. As text it gives none away. */
public record Bytes(ByteBuffer content) implements Message {

  public static Bytes read(Fields in) {
    return new Bytes(ByteBuffer.wrap(in.bytes(1)));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bytes(1, content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.remaining() + "]";
  }
}
