package dev.fermata.buildkit.message;

/** A login to a registry; both parts are empty where there is none. */
public record Credentials(String user, String secret) implements Message {

  public static Credentials read(Fields in) {
    return new Credentials(in.text(1), in.text(2));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.text(1, user).text(2, secret);
  }

  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
