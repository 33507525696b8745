package dev.fermata.model.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What may be secret in a text without a structure that we read, such as an env file, a script, or
 * what follows a mistake in a file: what stands behind a name like that of a credential, up to the
 * end of its line or of its quotes, and passwords in addresses.
 */
public final class PlainSecrets {
  /** No more of a line is looked at: nobody wrote a longer one by hand. */
  public static final int LONGEST_LINE = 4_096;

  private final String text;
  private final List<Stretch> found = new ArrayList<>();

  private PlainSecrets(String text) {
    this.text = text;
  }

  /** From a place on. */
  public static List<Stretch> in(String text, int from) {
    var secrets = new PlainSecrets(text);
    int at = from;
    while (at < text.length()) {
      at = secrets.afterLine(at);
    }
    return secrets.found;
  }

  private int afterLine(int start) {
    int newline = text.indexOf('\n', start);
    int end = newline < 0 ? text.length() : newline;
    String line = text.substring(start, Math.min(end, start + LONGEST_LINE));
    Credentials.logins(line)
        .forEach(login -> found.add(new Stretch(start + login.from(), start + login.to())));
    OptionalInt value = Credentials.assigned(line);
    if (value.isEmpty()) {
      return end + 1;
    }
    int from = start + value.getAsInt();
    if (!opensQuote(line, value.getAsInt())) {
      found.add(new Stretch(from, end));
      return end + 1;
    }
    int close = closing(from);
    found.add(new Stretch(from, Math.min(close + 1, text.length())));
    return close + 1;
  }

  /** Whether a quote at the place starts one, rather than ending what another one has started. */
  private static boolean opensQuote(String line, int at) {
    char quote = line.charAt(at);
    return (quote == '"' || quote == '\'')
        && line.substring(0, at).chars().filter(letter -> letter == quote).count() % 2 == 0;
  }

  private int closing(int open) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return text.length();
  }
}
