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
          "[\\s?-]*+(?:export\\s++)?(?<name>[\"']?[\\w.-]++[\"']?)\\s*+(?<sign>[:=])\\s*+"
              + "(?:[&!]\\S*+\\s*+)*+(?<value>[^\\s*{\\[#]?+)");

  private static final Pattern QUOTED =
      Pattern.compile("(?<name>[\\w.-]++)[\"']?\\s*+[:=]\\s*+(?<quote>[\"'])");

  /** The first line of a mapping. */
  private static final Pattern KEY =
      Pattern.compile("\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"':]++)\\s*+:(?:\\s.*)?");

  private final SourceText source;
  private final BitSet lines = new BitSet();

  /** The first line that was not looked at yet: files may be long, and mistakes at their start. */
  private int next = 1;

  SecretTexts(SourceText source) {
    this.source = source;
    if (!Credentials.mayHaveNames(source.text())) {
      next = source.lineCount() + 1;
    }
  }

  boolean contains(int line) {
    while (next < line) {
      int end = Math.max(afterQuoted(next), afterIndented(next));
      lines.set(next + 1, end);
      next = end;
    }
    return lines.get(line);
  }

  /** Behind the text in quotes that a line starts and does not end; else behind the line. */
  private int afterQuoted(int line) {
    Matcher start = QUOTED.matcher(beginning(line));
    while (start.find()) {
      if (Credentials.isSecret(start.group("name"))) {
        Pattern end = Pattern.compile("(?<!\\\\)" + start.group("quote"));
        if (!end.matcher(source.line(line))
            .region(start.end(), source.line(line).length())
            .find()) {
          return afterNext(end, line);
        }
      }
    }
    return line + 1;
  }

  private int afterNext(Pattern end, int line) {
    int next = line + 1;
    while (next <= source.lineCount() && !end.matcher(source.line(next)).find()) {
      next++;
    }
    return next + 1;
  }

  /** Behind the lines that are indented below a name, and are its text; else behind the line. */
  private int afterIndented(int line) {
    Matcher start = START.matcher(beginning(line));
    if (!start.lookingAt() || !Credentials.isSecret(start.group("name").replaceAll("[\"']", ""))) {
      return line + 1;
    }
    boolean isKey = start.group("sign").equals(":");
    int column = isKey ? start.start("name") : indent(source.line(line));
    int next = line + 1;
    while (next <= source.lineCount()
        && (source.line(next).isBlank() || indent(source.line(next)) > column)) {
      next++;
    }
    return isKey && start.group("value").isEmpty() && holdsMapping(line + 1, next)
        ? line + 1
        : next;
  }

  private boolean holdsMapping(int from, int to) {
    for (int line = from; line < to; line++) {
      String text = source.line(line);
      if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
        return KEY.matcher(text).matches();
      }
    }
    return true;
  }

  private String beginning(int line) {
    String text = source.line(line);
    return text.substring(0, Math.min(text.length(), BEGINNING));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
