package dev.fermata.model.text;

import dev.fermata.model.diagnostic.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line split into words as Docker Compose does it: quotes and backslashes count, {@code
 * ;}, {@code |}, {@code &}, {@code <} and {@code >} end the command, variables stay as they are.
 */
public final class CommandText {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean started;
  private boolean quoted;

  /** What surrounds the place that is read. */
  private enum Inside {
    NOTHING,
    SINGLE,
    DOUBLE,
    BACKTICK,
    DOLLAR
  }

  private Inside inside = Inside.NOTHING;
  private int opened;

  private CommandText(String line) {
    this.line = line;
  }

  public static Parsed<List<String>> parse(String line) {
    return Parsed.attempt(() -> new CommandText(line).words());
  }

  private List<String> words() {
    int i = 0;
    while (i < line.length() && !isEnd(i)) {
      i += read(i);
    }
    if (inside != Inside.NOTHING) {
      throw new Mistake(
          opened, 1, text -> Message.of("`%s` is never closed", text.part(opened, opened + 1)));
    }
    flush();
    return List.copyOf(words);
  }

  /** Reads what stands at {@code i} and answers how many characters it was. */
  private int read(int i) {
    char c = line.charAt(i);
    if (c == '\\' && inside != Inside.SINGLE) {
      return escape(i);
    }
    if (Character.isWhitespace(c) && c < 128) {
      space(c);
      return 1;
    }
    if (!delimiter(c, i)) {
      append(c);
    }
    return 1;
  }

  private int escape(int i) {
    if (i + 1 == line.length()) {
      throw new Mistake(i, 1, "a backslash ends the command");
    }
    char next = line.charAt(i + 1);
    if (inside == Inside.BACKTICK || inside == Inside.DOLLAR) {
      append('\\');
      append(next);
      return 2;
    }
    append(
        switch (next) {
          case 't' -> '\t';
          case 'n' -> '\n';
          default -> next;
        });
    return 2;
  }

  private void space(char c) {
    if (inside == Inside.NOTHING) {
      flush();
    } else {
      word.append(c);
    }
  }

  /** Whether {@code c} opened or closed something. */
  private boolean delimiter(char c, int i) {
    return switch (c) {
      case '\'' -> quote(Inside.SINGLE, i);
      case '"' -> quote(Inside.DOUBLE, i);
      case '`' -> backtick(i);
      case '(' -> openParenthesis(i);
      case ')' -> closeParenthesis(i);
      default -> false;
    };
  }

  private boolean quote(Inside kind, int i) {
    if (inside != Inside.NOTHING && inside != kind) {
      return false;
    }
    quoted = true;
    toggle(kind, i);
    return true;
  }

  private boolean backtick(int i) {
    if (inside == Inside.NOTHING || inside == Inside.BACKTICK) {
      toggle(Inside.BACKTICK, i);
    }
    return false;
  }

  private boolean openParenthesis(int i) {
    if (inside == Inside.NOTHING) {
      if (i == 0 || line.charAt(i - 1) != '$') {
        throw new Mistake(i, 1, "a `(` outside of quotes needs a shell");
      }
      toggle(Inside.DOLLAR, i);
    }
    return false;
  }

  private boolean closeParenthesis(int i) {
    if (inside == Inside.NOTHING) {
      throw new Mistake(i, 1, "a `)` outside of quotes needs a shell");
    }
    if (inside == Inside.DOLLAR) {
      toggle(Inside.DOLLAR, i);
    }
    return false;
  }

  private void toggle(Inside kind, int i) {
    inside = inside == kind ? Inside.NOTHING : kind;
    opened = i;
  }

  private boolean isEnd(int i) {
    return inside == Inside.NOTHING && ";&|<>".indexOf(line.charAt(i)) >= 0;
  }

  private void append(char c) {
    word.append(c);
    started = true;
  }

  private void flush() {
    if (quoted || (started && !word.isEmpty())) {
      words.add(word.toString());
    }
    word.setLength(0);
    started = false;
    quoted = false;
  }
}
