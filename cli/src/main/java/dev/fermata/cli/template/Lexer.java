package dev.fermata.cli.template;

import dev.fermata.cli.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into pieces. */
final class Lexer {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<STRING>\"(?:[^\"\\\\\\n]|\\\\.)*\"|`[^`]*`)"
              + "|(?<NUMBER>[-+]?\\d{1,18}(?![\\p{L}_]))"
              + "|(?<FIELD>\\.[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<VARIABLE>\\$[\\p{L}\\p{N}_]*)"
              + "|(?<WORD>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<DOT>\\.)"
              + "|(?<SIGN>:=|[|(),=])");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private static final List<Kind> KINDS =
      List.of(Kind.STRING, Kind.NUMBER, Kind.FIELD, Kind.VARIABLE, Kind.WORD, Kind.DOT, Kind.SIGN);

  private final String template;
  private final List<Token> tokens = new ArrayList<>();
  private boolean trims;

  private Lexer(String template) {
    this.template = template;
  }

  static List<Token> tokens(String template) throws TemplateException {
    var lexer = new Lexer(template);
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf("{{", at);
      lexer.outside(at, open < 0 ? template.length() : open);
      at = open < 0 ? template.length() : lexer.action(open);
    }
    return lexer.tokens;
  }

  private void outside(int from, int to) {
    String text = template.substring(from, to);
    text = trims ? text.stripLeading() : text;
    if (to < template.length() && trimsBefore(to)) {
      text = text.stripTrailing();
    }
    trims = false;
    if (!text.isEmpty()) {
      tokens.add(new Token(Kind.OUTSIDE, text, from));
    }
  }

  /** Whether an action begins with a dash, which takes away the white space before it. */
  private boolean trimsBefore(int open) {
    return template.startsWith("-", open + 2)
        && open + 3 < template.length()
        && Character.isWhitespace(template.charAt(open + 3));
  }

  /** Reads one action; what it answers is the place behind it. */
  private int action(int open) throws TemplateException {
    int at = open + (trimsBefore(open) ? 3 : 2);
    int comment = skipSpace(at);
    if (template.startsWith("/*", comment)) {
      int end = template.indexOf("*/", comment);
      int behind = end < 0 ? -1 : close(skipSpace(end + 2));
      if (behind < 0) {
        throw new TemplateException("a comment is never closed", open + 1);
      }
      return behind;
    }
    tokens.add(new Token(Kind.OPEN, "{{", open));
    Matcher piece = PIECE.matcher(template);
    for (at = skipSpace(at); at < template.length(); at = skipSpace(at)) {
      int behind = close(at);
      if (behind >= 0) {
        tokens.add(new Token(Kind.CLOSE, "}}", at));
        return behind;
      }
      if (!piece.region(at, template.length()).lookingAt()) {
        String wrong = template.substring(at, template.offsetByCodePoints(at, 1));
        String why =
            wrong.equals("\"") || wrong.equals("`")
                ? "a text is never closed"
                : "`" + wrong + "` means nothing here";
        throw new TemplateException(why, at + 1);
      }
      tokens.add(token(piece, at));
      at = piece.end();
    }
    throw new TemplateException("`{{` is never closed by `}}`", open + 1);
  }

  /** The place behind an end of an action, with a dash or without; -1 where there is none. */
  private int close(int at) {
    if (template.startsWith("}}", at)) {
      return at + 2;
    }
    boolean trimming =
        template.startsWith("-}}", at) && Character.isWhitespace(template.charAt(at - 1));
    trims = trimming;
    return trimming ? at + 3 : -1;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < template.length() && Character.isWhitespace(template.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Token token(Matcher piece, int at) throws TemplateException {
    for (Kind kind : KINDS) {
      String text = piece.group(kind.name());
      if (text != null) {
        return new Token(kind, meaning(kind, text, at), at);
      }
    }
    throw new IllegalStateException("a bug: a piece of no kind");
  }

  private static String meaning(Kind kind, String text, int at) throws TemplateException {
    if (kind == Kind.FIELD) {
      return text.substring(1);
    }
    if (kind != Kind.STRING) {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    return text.startsWith("`") ? inner : unescaped(inner, at);
  }

  private static String unescaped(String text, int at) throws TemplateException {
    var plain = new StringBuilder();
    int from = 0;
    Matcher escapes = ESCAPE.matcher(text);
    while (escapes.find()) {
      int known = "nrt\"\\'".indexOf(escapes.group(1));
      if (known < 0) {
        throw new TemplateException(
            "`" + escapes.group() + "` means nothing in a text", at + escapes.start() + 2);
      }
      plain.append(text, from, escapes.start()).append("\n\r\t\"\\'".charAt(known));
      from = escapes.end();
    }
    plain.append(text, from, text.length());
    return plain.toString();
  }
}
