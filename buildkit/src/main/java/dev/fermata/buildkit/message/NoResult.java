package dev.fermata.buildkit.message;

/** The end of a solve that makes nothing. */
public record NoResult() implements Message {

  @Override
  public void writeTo(FieldWriter out) {
    out.message(1, new Empty());
  }
}
