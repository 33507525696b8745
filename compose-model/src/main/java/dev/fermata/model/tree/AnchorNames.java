package dev.fermata.model.tree;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Names such as {@code &logging.default} or {@code &env/common}: YAML allows them and Docker
 * Compose reads them, our parser does not. It gets other characters for those it cannot take, one
 * for one so that places stay the same; what it finds is turned back here.
 */
final class AnchorNames {
  private static final String REFUSED = "./*&";

  /** Of the private use area: no file has them for a purpose. */
  private static final String STAND_INS = "\uE0F1\uE0F2\uE0F3\uE0F4";

  private static final Pattern STAND_IN = Pattern.compile("[" + STAND_INS + "]");
  private static final String START = "(?<![^\\s\\[{,])";
  private static final String REST = "[^\\s\\[\\]{},]*";
  private static final Pattern IN_NEED = Pattern.compile(START + "[&*][\\w.-]" + REST + "?[./*&]");
  private static final Pattern NAME = Pattern.compile(START + "[&*][\\w.-]" + REST);

  private final String text;
  private final boolean replaced;

  private AnchorNames(String text, boolean replaced) {
    this.text = text;
    this.replaced = replaced;
  }

  static AnchorNames of(String text) {
    boolean needed = IN_NEED.matcher(text).find() && !STAND_IN.matcher(text).find();
    return needed
        ? new AnchorNames(NAME.matcher(text).replaceAll(AnchorNames::standIn), true)
        : new AnchorNames(text, false);
  }

  /** What the parser is to read. */
  String text() {
    return text;
  }

  /** What stands in the file for {@code read}. */
  String written(String read) {
    return replaced ? exchanged(read, STAND_INS, REFUSED) : read;
  }

  ScalarEvent written(ScalarEvent read) {
    return replaced
        ? new ScalarEvent(
            read.getAnchor(),
            read.getTag(),
            read.getImplicit(),
            written(read.getValue()),
            read.getScalarStyle(),
            read.getStartMark(),
            read.getEndMark())
        : read;
  }

  private static String standIn(MatchResult name) {
    String all = name.group();
    return Matcher.quoteReplacement(
        all.charAt(0) + exchanged(all.substring(1), REFUSED, STAND_INS));
  }

  private static String exchanged(String text, String from, String to) {
    String exchanged = text;
    for (int i = 0; i < from.length(); i++) {
      exchanged = exchanged.replace(from.charAt(i), to.charAt(i));
    }
    return exchanged;
  }
}
