package dev.fermata.buildkit.message;

/** How the value of a field is written; the number is the last three bits of the field's tag. */
final class WireType {
  static final int VARINT = 0;
  static final int FIXED_64 = 1;
  static final int CHUNK = 2;
  static final int FIXED_32 = 5;

  private WireType() {}
}
