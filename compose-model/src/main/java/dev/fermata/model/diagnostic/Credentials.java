package dev.fermata.model.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  private static final String KEY = "(?:[\"'][\\w.-]++[\"']\\s*+:|[\\w.-]++\\s*+:(?=\\s|$))\\s*+";

  /** A key, and those of the mappings in braces that start right behind it. */
  private static final Pattern UP_TO_VALUE =
      Pattern.compile(
          "[\\s-]*+(?:[{\\[\\s]*+" + KEY + "(?:[{\\[][{\\[\\s]*+" + KEY + ")*+)?+[{\\[\\s]*+");

  private static final Pattern NO_VALUE = Pattern.compile("[}\\],\\s]*+(#.*)?");

  private Credentials() {}

  /** Whether a text has a part of such a name in it. */
  static boolean mayHaveNames(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.contains("VALUE") || PARTS.stream().anyMatch(upper::contains);
  }

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
  static List<Stretch> logins(String text) {
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

  /** The line up to the first separator behind a place: a name without its value. */
  static String cut(String line, int from) {
    String before = line.substring(0, Math.min(from, line.length()));
    String shown = mask(before);
    if (!shown.equals(before)) {
      return shown;
    }
    for (int at = Math.min(from, line.length()); at < line.length(); at++) {
      if (line.charAt(at) == '=' || line.charAt(at) == ':') {
        return line.substring(0, at + 1) + (line.charAt(at) == '=' ? MASK : " " + MASK);
      }
    }
    return line;
  }

  /** The line up to what may be secret in it, and a mask in the place of that and what follows. */
  public static String mask(String line) {
    Matcher login = LOGIN.matcher(line);
    IntStream password = login.find() ? IntStream.of(login.end(1)) : IntStream.empty();
    OptionalInt secret = IntStream.concat(password, assigned(line).stream()).min();
    return secret.isPresent() ? line.substring(0, secret.getAsInt()) + MASK : line;
  }

  /** The line up to its first value, whatever it is called. */
  static String maskValues(String line) {
    Matcher key = UP_TO_VALUE.matcher(line);
    int at = key.lookingAt() ? key.end() : 0;
    String value = line.substring(at);
    boolean open = NO_VALUE.matcher(value).matches() || OPEN.matcher(value).matches();
    return open ? line : line.substring(0, at) + MASK;
  }

  /** Nothing of the line but its indentation. */
  static String maskText(String line) {
    return line.substring(0, line.length() - line.stripLeading().length()) + MASK;
  }

  private static OptionalInt assigned(String line) {
    Matcher found = ASSIGNMENT.matcher(line);
    while (found.find()) {
      if (isSecret(found.group(1)) && !isDemand(line, found) && !isOther(line, found)) {
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

  /** {@code {name: DB_PASSWORD, value: ...}} is what Kubernetes has. */
  static boolean isSecret(String key) {
    return key.equals("value") || (isSecretName(key) && !ATTRIBUTES.contains(key));
  }
}
