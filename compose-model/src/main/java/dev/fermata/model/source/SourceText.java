package dev.fermata.model.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A named text with its lines. {@code name} is what users see in messages: the path as they gave
 * it, or {@code <stdin>}.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>();

  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    lineStarts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lineStarts.add(i + 1);
      }
    }
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public int lineCount() {
    return lineStarts.size();
  }

  /** The text of a line without its end; lines count from 1. */
  public String line(int number) {
    int from = lineStarts.get(number - 1);
    int to = number < lineStarts.size() ? lineStarts.get(number) - 1 : text.length();
    if (to > from && text.charAt(to - 1) == '\r') {
      to--;
    }
    return text.substring(from, to);
  }

  /** Where the UTF-16 unit at {@code offset} stands; past the end, the end. */
  public Position position(int offset) {
    int found = Collections.binarySearch(lineStarts, Math.min(offset, text.length()));
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, Math.min(offset, text.length()) - lineStarts.get(line) + 1);
  }

  /** The UTF-16 unit at {@code position}; past the end, the end. */
  public int offset(Position position) {
    if (position.line() > lineStarts.size()) {
      return text.length();
    }
    return Math.min(text.length(), lineStarts.get(position.line() - 1) + position.column() - 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
