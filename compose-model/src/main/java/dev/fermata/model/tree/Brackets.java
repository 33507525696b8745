package dev.fermata.model.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** Finds the bracket that a text leaves open, as far as that can be told without a parser. */
final class Brackets {
  private final String text;
  private final Deque<Integer> open = new ArrayDeque<>();

  private Brackets(String text) {
    this.text = text;
  }

  /** The offset of the last one that is opened and never closed. */
  static OptionalInt unclosed(String text) {
    var brackets = new Brackets(text);
    brackets.read();
    return brackets.open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(brackets.open.getLast());
  }

  /** A bracket or quote counts where a value may start: within plain text it is a letter. */
  private void read() {
    char before = '\n';
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean starts = "\n[{,:-?".indexOf(before) >= 0;
      if (c == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
        at = end(text.indexOf('\n', at)) - 1;
      } else if (starts && (c == '"' || c == '\'')) {
        at = end(text.indexOf(c, at + 1));
      } else if (starts && (c == '[' || c == '{')) {
        open.addLast(at);
      } else if (!open.isEmpty() && (c == ']' || c == '}')) {
        open.removeLast();
      }
      before = c == ' ' || c == '\t' || (c == '\n' && !open.isEmpty()) ? before : c;
    }
  }

  private int end(int found) {
    return found < 0 ? text.length() : found;
  }
}
