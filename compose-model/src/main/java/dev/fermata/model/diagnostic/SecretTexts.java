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
      Pattern.compile("(?<![\\w.-])(?<name>[\\w.-]++)(?<end>[\"']?+)\\s*+[:=]\\s*+(?<quote>[\"'])");

  /** The first line of a mapping. */
  private static final Pattern KEY =
      Pattern.compile("\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"':]++)\\s*+:(?:\\s.*)?");

  private final SourceText source;
  private final BitSet lines = new BitSet();

  /** The first line that was not looked at yet: files may be long, and mistakes at their start. */
  private int next = 1;

  /** The line on which the last text in quotes ended, and how far in. */
  private int ended;

  private int endColumn;

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
      // Behind the quote that ends one text the next one may start.
      next = ended > next && ended == end - 1 ? ended : end;
    }
    return lines.get(line);
  }

  /** Behind the text in quotes that a line starts and does not end; else behind the line. */
  private int afterQuoted(int line) {
    String text = beginning(line);
    Matcher start = QUOTED.matcher(text);
    while (start.find()) {
      if (Credentials.isSecret(start.group("name")) && !isInQuotes(start, text)) {
        String quote = start.group("quote");
        Pattern end = Pattern.compile(quote.equals("'") ? quote : "(?<!\\\\)" + quote);
        if (!end.matcher(source.line(line))
            .region(start.end(), source.line(line).length())
            .find()) {
          return afterNext(end, line);
        }
      }
    }
    return line + 1;
  }

  /** Whether the quote ends what another one before the name has started. */
  private static boolean isInQuotes(Matcher name, String line) {
    char quote = name.group("quote").charAt(0);
    long before =
        line.substring(0, name.start("name")).chars().filter(letter -> letter == quote).count();
    return name.group("end").isEmpty() && before % 2 == 1;
  }

  private int afterNext(Pattern end, int line) {
    for (int below = line + 1; below <= source.lineCount(); below++) {
      Matcher quote = end.matcher(source.line(below));
      if (quote.find()) {
        ended = below;
        endColumn = quote.end();
        return below + 1;
      }
    }
    return source.lineCount() + 1;
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

  /** Of the line on which a text ended, only what stands behind that. */
  private String beginning(int line) {
    String text = source.line(line);
    String own = line == ended ? " ".repeat(endColumn) + text.substring(endColumn) : text;
    return own.substring(0, Math.min(own.length(), BEGINNING));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
