package dev.fermata.model.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its name what is probably a credential, and keeps it out of what is shown. */
public final class Credentials {
  private static final String MASK = "*****";

  private static final Pattern NAME =
      Pattern.compile(
          ".*(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|(^|[^A-Z])(PWD|PW|AUTH|KEY|PASS)"
              + "|(API|ACCESS|PRIVATE|ENCRYPTION|SIGNING|MASTER)KEY|(PG|DB|SMTP|MAIL|ROOT|USER)PASS|DSN)"
              + "($|[^A-Z].*|S$|S[^A-Z].*)");

  /** One of them is in each name that the pattern is for: most names need no look at that. */
  private static final List<String> PARTS =
      List.of("PASS", "SECRET", "TOKEN", "CREDENTIAL", "PW", "AUTH", "KEY", "DSN");

  /** The current directory. */
  private static final String DIRECTORY = "PWD";

  /** Compose's own attributes that only sound so: they hold names. */
  private static final Set<String> ATTRIBUTES = Set.of("secrets", "credential_spec");

  /** Each part of it takes linear time on any line. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?<![\\w.-])([\\w.-]++)[\"']?\\s{0,200}+([:=])\\s{0,200}+(?=\\S)");

  private static final Pattern OTHER =
      Pattern.compile(
          "\\{\\s*+(?:}|$|[\"']?[\\w.-]++[\"']?\\s*+:(?:\\s|$))|(?:null|~)\\s*+(?:[,}#]|$)");

  private static final Pattern OPEN =
      Pattern.compile("[\"']?\\$(\\w+|\\{\\w+(:?\\?[^}]*)?})[\"']?\\s*(#.*)?");

  /** The user of an address, and the password behind it; a token may stand there alone. */
  private static final Pattern LOGIN =
      Pattern.compile(
          "(://(?:[^:/@\\s\\[]*:(?!\\*{5}@|\\$\\w+@|\\$\\{\\w+}@|\\d+/)|(?=[\\w-]{20,}+@)))"
              + "[^\\s`]+@(?!sha256:)");

  private Credentials() {}

  /** {@code DB_PASSWORD} yes; {@code DB_PASSWORD_FILE}, the path of a file, no. */
  public static boolean isSecretName(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean path = upper.endsWith("_FILE") || upper.endsWith("_PATH") || upper.endsWith("_DIR");
    return !path
        && !upper.equals(DIRECTORY)
        && PARTS.stream().anyMatch(upper::contains)
        && NAME.matcher(upper).matches();
  }

  /** Whether a text has an address with a password in it. */
  public static boolean hasLogin(String text) {
    return LOGIN.matcher(text).find();
  }

  /** Where the passwords of the addresses in a text stand. */
  public static List<Stretch> logins(String text) {
    return !text.contains("://")
        ? List.of()
        : LOGIN.matcher(text).results().map(Credentials::password).toList();
  }

  private static Stretch password(MatchResult login) {
    return new Stretch(login.end(1), login.end() - 1);
  }

  /** The text without the passwords of the addresses in it. */
  public static String withoutLogins(String text) {
    return !text.contains("://")
        ? text
        : LOGIN.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "@");
  }

  /** Whether a value is nothing but a variable, as it is written: it tells nothing. */
  public static boolean isOpen(String value) {
    return OPEN.matcher(value).matches();
  }

  /** Where in a line the first value starts that is named like a credential. */
  public static OptionalInt assigned(String line) {
    return line.indexOf('=') < 0 && line.indexOf(':') < 0 ? OptionalInt.empty() : value(line);
  }

  private static OptionalInt value(String line) {
    Matcher found = ASSIGNMENT.matcher(line);
    while (found.find()) {
      if (isSecretKey(found.group(1)) && !isDemand(line, found) && !isOther(line, found)) {
        boolean open = OPEN.matcher(line).region(found.end(), line.length()).matches();
        return open ? OptionalInt.empty() : OptionalInt.of(found.end());
      }
    }
    return OptionalInt.empty();
  }

  /** What follows in {@code ${DB_PASSWORD:?set it}} is a message. */
  private static boolean isDemand(String line, Matcher name) {
    return line.startsWith("${", name.start() - 2) && line.startsWith(":?", name.end(1));
  }

  /** What has a value of its own inside, or none, or is a volume's name before a path. */
  private static boolean isOther(String line, Matcher name) {
    return name.group(2).equals(":")
        && (OTHER.matcher(line).region(name.end(), line.length()).lookingAt()
            || line.startsWith(":/", name.start(2)));
  }

  /**
   * Whether the value of a key as it is written may be secret: {@code {name: DB_PASSWORD, value:
   * ...}} is what Kubernetes has.
   */
  public static boolean isSecretKey(String key) {
    return key.equals("value") || (isSecretName(key) && !ATTRIBUTES.contains(key));
  }
}
