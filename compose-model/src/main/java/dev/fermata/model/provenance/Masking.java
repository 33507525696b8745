package dev.fermata.model.provenance;

import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.Scalar;
import java.util.stream.Collectors;

/** Keeps what may be secret out of a text that is shown. */
final class Masking {
  private Masking() {}

  /** A value under a key: by the key's name, or by that of a variable in it, it may be secret. */
  static String shown(String key, Scalar value) {
    boolean secret =
        Credentials.isSecretName(key) || value.history().draws().stream().anyMatch(Draw::isSecret);
    return shown(value.text(), secret);
  }

  /** A value of a variable. */
  static String shown(String variable, Assignment value) {
    return shown(value.value(), Credentials.isSecretName(variable) || value.hasSecret());
  }

  private static String shown(String text, boolean secret) {
    if (text.isEmpty()) {
      return text;
    }
    return secret
        ? Value.Sensitive.MASK
        : text.lines().map(Masking::withoutPasswords).collect(Collectors.joining("\n"));
  }

  private static String withoutPasswords(String line) {
    return Credentials.mask(Credentials.withoutLogins(line));
  }
}
