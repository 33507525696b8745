package dev.fermata.model.provenance;

import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Scalar;

/** What is shown of values, as a whole: masked like a quote in a message, and never cut. */
final class Masking {
  private Masking() {}

  /** A value under a key: by the key's name, or by that of a variable in it, it may be secret. */
  static String shown(String key, Scalar value) {
    return shown(key, value.quote());
  }

  /** A value of a variable. */
  static String shown(String variable, Assignment value) {
    return shown(variable, value.quote(variable));
  }

  private static String shown(String name, Quote value) {
    return Credentials.isSecretName(name)
        ? value.hidden().masked()
        : value.withWrittenSecrets().masked();
  }
}
