package dev.fermata.model.provenance;

import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.schema.CredentialKeys;
import dev.fermata.model.tree.Scalar;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps what may be secret out of a text that is shown. */
final class Masking {
  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^:/@\\s]*:)[^@/\\s]+@");

  private Masking() {}

  /** A value under a key: by the key's name, or by that of a variable in it, it may be secret. */
  static String shown(String key, Scalar value) {
    boolean secret =
        CredentialKeys.matches(key)
            || value.history().draws().stream()
                .anyMatch(draw -> CredentialKeys.matches(draw.variable()));
    return shown(value.text(), secret);
  }

  /** A value of a variable. */
  static String shown(String variable, String value) {
    return shown(value, CredentialKeys.matches(variable));
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
    String open = IN_ADDRESS.matcher(line).replaceAll("$1" + Value.Sensitive.MASK + "@");
    return Credentials.mask(open);
  }
}
