package dev.fermata.model.leak;

import dev.fermata.model.diagnostic.Credentials;
import java.util.regex.Pattern;

/** Values that their names make secret, if they are written out. */
public final class SecretNames {
  /**
   * At least three letters, and neither a variable nor a template: those stay what they are. Two
   * dollars are one that is meant.
   */
  private static final Pattern LITERAL = Pattern.compile("(?m)^\\s*[^${\\s].+[^}\\s]\\s*$");

  private SecretNames() {}

  /** {@code key} may be a whole path: its last part is the name. */
  static boolean isOne(String key) {
    return Credentials.isSecretName(key.substring(key.lastIndexOf('.') + 1));
  }

  /** Whether a variable is given a secret as such. */
  public static boolean isGivenAway(String name, String value) {
    return isOne(name) && isLiteral(value);
  }

  /** Whether a text says something by itself. */
  public static boolean isLiteral(String text) {
    return LITERAL.matcher(text.replace("$$", "X")).find();
  }
}
