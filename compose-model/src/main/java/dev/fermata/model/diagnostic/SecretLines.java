package dev.fermata.model.diagnostic;

import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * What may be shown of a file's lines: below its top-level {@code secrets} no value, elsewhere none
 * that is named like a credential. The indentation tells, since a file that is no YAML is quoted as
 * well.
 */
final class SecretLines {
  private static final Pattern SECTION =
      Pattern.compile("[{\\s]*[\"']?secrets[\"']?\\s*:.*|\\{.*[\"',{\\s]secrets[\"']?\\s*:.*");

  /** Of a line that tells nothing: it is empty, a comment or a bracket alone. */
  private static final int NONE = Integer.MAX_VALUE;

  private final SourceText source;
  private final BitSet section = new BitSet();
  private final SecretTexts texts;

  private SecretLines(SourceText source) {
    this.source = source;
    this.texts = new SecretTexts(source);
  }

  static SecretLines in(SourceText source) {
    var secret = new SecretLines(source);
    secret.read();
    return secret;
  }

  /** What may be shown of a line. */
  String open(int number) {
    String line = source.line(number);
    if (texts.contains(number)) {
      return Credentials.maskText(line);
    }
    return section.get(number) ? Credentials.maskValues(line) : Credentials.mask(line);
  }

  private void read() {
    int top = -1;
    boolean within = false;
    for (int line = 1; line <= source.lineCount(); line++) {
      int indent = indent(line);
      top = top < 0 && indent != NONE ? indent : top;
      within = indent <= top ? SECTION.matcher(source.line(line)).matches() : within;
      section.set(line, within);
    }
  }

  private int indent(int line) {
    String text = source.text();
    int start = source.offset(new Position(line, 1));
    int end = start + source.lineLength(line);
    int at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    char first = at < end ? text.charAt(at) : '#';
    if (first == '#' || first == '\r' || (end - at == 1 && "{}[]".indexOf(first) >= 0)) {
      return NONE;
    }
    // An item may stand no deeper than the key of its list.
    return first == '-' && !text.startsWith("---", at) ? at - start + 1 : at - start;
  }
}
