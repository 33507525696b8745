package dev.fermata.model.load.interpolate;

import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What starts with one dollar. The operand is the default, the alternative or the message. */
record Reference(
    Form form, String text, String name, boolean colon, String operand, int operandOffset) {
  private static final Pattern NAME = Pattern.compile("[_A-Za-z][_A-Za-z0-9]*");

  /** What it asks for. */
  enum Form {
    LITERAL,
    UNCLOSED,
    NAMELESS,
    UNKNOWN,
    PLAIN,
    DEFAULT,
    ALTERNATIVE,
    REQUIRED
  }

  int length() {
    return text.length();
  }

  static Reference at(String text, int dollar) {
    char next = dollar + 1 < text.length() ? text.charAt(dollar + 1) : ' ';
    if (next == '$') {
      return literal("$$");
    }
    if (next == '{') {
      return braced(text, dollar);
    }
    Matcher name = NAME.matcher(text).region(dollar + 1, text.length());
    return name.lookingAt()
        ? new Reference(Form.PLAIN, "$" + name.group(), name.group(), false, "", 0)
        : literal("$");
  }

  private static Reference literal(String written) {
    return new Reference(Form.LITERAL, written, "", false, "$", 0);
  }

  private static Reference braced(String text, int dollar) {
    int close = Braces.close(text, dollar + 1);
    if (close < 0) {
      return nothing(Form.UNCLOSED, Braces.line(text, dollar));
    }
    String whole = text.substring(dollar, close + 1);
    Matcher name = NAME.matcher(whole).region(2, whole.length() - 1);
    if (!name.lookingAt()) {
      return nothing(Form.NAMELESS, whole);
    }
    String rest = whole.substring(name.end(), whole.length() - 1);
    if (rest.isEmpty()) {
      return new Reference(Form.PLAIN, whole, name.group(), false, "", 0);
    }
    boolean colon = rest.charAt(0) == ':';
    Form form = form(colon ? rest.substring(1) : rest);
    if (form == Form.UNKNOWN) {
      return nothing(Form.UNKNOWN, whole);
    }
    int operator = colon ? 2 : 1;
    String operand = rest.substring(operator);
    return new Reference(form, whole, name.group(), colon, operand, name.end() + operator);
  }

  private static Form form(String rest) {
    return switch (rest.isEmpty() ? ' ' : rest.charAt(0)) {
      case '-' -> Form.DEFAULT;
      case '+' -> Form.ALTERNATIVE;
      case '?' -> Form.REQUIRED;
      default -> Form.UNKNOWN;
    };
  }

  private static Reference nothing(Form form, String whole) {
    return new Reference(form, whole, "", false, "", 0);
  }

  Message wrong(String how) {
    return Message.of("`%s` %s", Quote.name(text), Quote.word(how));
  }
}
