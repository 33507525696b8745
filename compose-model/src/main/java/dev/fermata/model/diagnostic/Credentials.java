package dev.fermata.model.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its name what is probably a credential, and keeps it out of quoted lines. */
public final class Credentials {
  private static final String WORDS =
      "password|passwd|passphrase|token|secret_key|api_?key|access_?key|private_?key|credential";
  private static final Pattern NAME = Pattern.compile("(?i).*(?:" + WORDS + ").*");
  private static final Pattern FILE = Pattern.compile("(?i).*_file\\W*");

  /** What it repeats is bounded, so that it takes linear time on any line. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)((?:" + WORDS + ")[\\w.-]{0,200}+[\"']?\\s{0,200}+[:=]\\s{0,200}+)(\\S.*)");

  private static final Pattern OPEN =
      Pattern.compile("[\"']?\\$(\\w+|\\{\\w+(:?\\?[^}]*)?})[\"']?\\s*(#.*)?");

  private Credentials() {}

  /** Whether a variable of this name holds a secret, rather than the path of a file with one. */
  public static boolean isCredential(String name) {
    return NAME.matcher(name).matches() && !isFile(name);
  }

  private static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /** The line up to the first separator behind a place: a name without its value. */
  static String cut(String line, int from) {
    for (int at = Math.min(from, line.length()); at < line.length(); at++) {
      if (line.charAt(at) == '=' || line.charAt(at) == ':') {
        return line.substring(0, at + 1) + (line.charAt(at) == '=' ? "*****" : " *****");
      }
    }
    return line;
  }

  /** The line with {@code *****} in place of a value under a key such as {@code DB_PASSWORD}. */
  public static String mask(String line) {
    Matcher found = ASSIGNMENT.matcher(line);
    if (!found.find() || OPEN.matcher(found.group(2)).matches()) {
      return line;
    }
    return isFile(found.group(1)) ? line : line.substring(0, found.start(2)) + "*****";
  }
}
