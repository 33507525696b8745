package dev.fermata.buildkit.message;

/**
 * A message of one text, as several are: the host of {@code Credentials}, the id of a secret or an
 * agent, the reference of {@code Status}.
 */
public record Text(String text) implements Message {

  public static Text read(Fields in) {
    return new Text(in.text(1));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.text(1, text);
  }
}
