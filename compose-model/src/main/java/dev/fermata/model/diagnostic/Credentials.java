package dev.fermata.model.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what looks like a credential out of quoted lines. */
final class Credentials {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)([\\w.-]*(?:password|passwd|passphrase|token|secret_key|api_?key|access_?key"
              + "|private_?key|credential)[\\w.-]*[\"']?\\s*[:=]\\s*)(\\S.*)");
  private static final Pattern OPEN =
      Pattern.compile("[\"']?\\$(\\w+|\\{\\w+(:?\\?[^}]*)?})[\"']?\\s*(#.*)?");

  private Credentials() {}

  /** The line with {@code *****} in place of a value under a key such as {@code DB_PASSWORD}. */
  static String mask(String line) {
    Matcher found = ASSIGNMENT.matcher(line);
    if (!found.find() || OPEN.matcher(found.group(2)).matches()) {
      return line;
    }
    boolean named = found.group(1).toLowerCase(java.util.Locale.ROOT).contains("_file");
    return named ? line : line.substring(0, found.start(2)) + "*****";
  }
}
