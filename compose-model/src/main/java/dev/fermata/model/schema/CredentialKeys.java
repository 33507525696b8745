package dev.fermata.model.schema;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names whose values are taken for secret. */
public final class CredentialKeys {
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          ".*(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|(^|[^A-Z])PWD|(^|[^A-Z])AUTH"
              + "|(^|[^A-Z])KEY|APIKEY|(^|[^A-Z])PASS|DSN)($|[^A-Z].*|S$|S[^A-Z].*)");

  /** One of them is in each name that the pattern is for: most names need no look at that. */
  private static final List<String> PARTS =
      List.of("PASS", "SECRET", "TOKEN", "CREDENTIAL", "PWD", "AUTH", "KEY", "DSN");

  private CredentialKeys() {}

  /** {@code DB_PASSWORD} yes; {@code DB_PASSWORD_FILE}, the path of a file, no. */
  public static boolean matches(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    boolean path = upper.endsWith("_FILE") || upper.endsWith("_PATH") || upper.endsWith("_DIR");
    return !path && PARTS.stream().anyMatch(upper::contains) && CREDENTIAL.matcher(upper).matches();
  }
}
