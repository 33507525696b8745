package dev.fermata.buildkit.message;

/** What can be sent: it writes its fields, each under its number. */
public interface Message {

  void writeTo(FieldWriter out);

  default byte[] encoded() {
    var out = new FieldWriter();
    writeTo(out);
    return out.toByteArray();
  }
}
