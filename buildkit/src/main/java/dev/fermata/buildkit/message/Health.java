package dev.fermata.buildkit.message;

/** The answer to a health check; 1 is serving. */
public record Health(int status) implements Message {
  public static final Health SERVING = new Health(1);

  public static Health read(Fields in) {
    return new Health((int) in.number(1));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.number(1, status);
  }
}
