package dev.fermata.model.diagnostic;

import dev.fermata.model.source.SourceText;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines on which values go on that are named like credentials, as keys and passwords do. */
final class SecretTexts {
  /** Names and what follows them at once are found in no more of a line. */
  private static final int BEGINNING = 1_000;

  private static final Pattern START =
      Pattern.compile(
          "[\\s-]*+(?:export\\s++)?(?<name>[\"']?[\\w.-]++[\"']?)\\s*+(?<sign>[:=])\\s*+"
              + "(?:[&!]\\S*+\\s++)*+(?<value>[^\\s&!*{\\[#])");

  private final SourceText source;
  private final BitSet lines = new BitSet();

  private SecretTexts(SourceText source) {
    this.source = source;
  }

  static BitSet in(SourceText source) {
    var texts = new SecretTexts(source);
    for (int line = 1; line <= source.lineCount(); ) {
      line = texts.after(line);
    }
    return texts.lines;
  }

  /** The next line that may have a name on it. */
  private int after(int line) {
    String text = source.line(line);
    Matcher start = START.matcher(text).region(0, Math.min(text.length(), BEGINNING));
    if (!start.lookingAt() || !isSecret(start.group("name"))) {
      return line + 1;
    }
    String rest = text.substring(start.start("value"));
    char first = rest.charAt(0);
    int end =
        first == '"' || first == '\''
            ? afterQuote(line, rest)
            : afterIndented(
                line, start.group("sign").equals(":") ? start.start("name") : indent(text));
    lines.set(line + 1, end);
    return end;
  }

  private static boolean isSecret(String name) {
    return Credentials.isSecret(name.replaceAll("[\"']", ""));
  }

  private int afterQuote(int line, String value) {
    Pattern end = Pattern.compile("(?<!\\\\)" + value.charAt(0));
    String text = value.substring(1);
    while (!end.matcher(text).find() && line < source.lineCount()) {
      line++;
      text = source.line(line);
    }
    return line + 1;
  }

  private int afterIndented(int line, int column) {
    line++;
    while (line <= source.lineCount()
        && (source.line(line).isBlank() || indent(source.line(line)) > column)) {
      line++;
    }
    return line;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
