package dev.fermata.model.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names whose values are taken for secret. */
public final class CredentialKeys {
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          ".*(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|(^|[^A-Z])PWD|(^|[^A-Z])AUTH"
              + "|(^|[^A-Z])KEY|APIKEY|(^|[^A-Z])PASS|DSN)($|[^A-Z].*|S$|S[^A-Z].*)");

  private CredentialKeys() {}

  /** {@code DB_PASSWORD} yes; {@code DB_PASSWORD_FILE}, the path of a file, no. */
  public static boolean matches(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    boolean path = upper.endsWith("_FILE") || upper.endsWith("_PATH") || upper.endsWith("_DIR");
    return !path && CREDENTIAL.matcher(upper).matches();
  }
}
