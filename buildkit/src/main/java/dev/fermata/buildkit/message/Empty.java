package dev.fermata.buildkit.message;

/** A message that is asked or answered with nothing. */
public record Empty() implements Message {

  public static Empty read(Fields in) {
    return new Empty();
  }

  @Override
  public void writeTo(FieldWriter out) {
    // There is nothing to write.
  }
}
