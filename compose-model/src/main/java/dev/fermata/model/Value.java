package dev.fermata.model;

/** A text that may be secret. Only what hands it to the engine, or a user who asks, reveals it. */
public sealed interface Value {

  String reveal();

  static Value plain(String text) {
    return new Plain(text);
  }

  static Value sensitive(String text) {
    return new Sensitive(text);
  }

  /** Open to everybody. */
  record Plain(String text) implements Value {
    @Override
    public String reveal() {
      return text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Never shown: every text form is a mask. */
  record Sensitive(String secret) implements Value {
    public static final String MASK = "*****";

    @Override
    public String reveal() {
      return secret;
    }

    @Override
    public String toString() {
      return MASK;
    }
  }
}
