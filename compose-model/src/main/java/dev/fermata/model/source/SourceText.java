package dev.fermata.model.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A named text with its lines. {@code name} is what users see in messages: the path as they gave
 * it, or {@code <stdin>}.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;
  private final Use use;

  /** Whether messages may show lines of the text; of a file that is not read there are none. */
  private enum Use {
    QUOTED,
    CONFIDENTIAL,
    UNREAD
  }

  public SourceText(String name, String text) {
    this(name, text, Use.QUOTED);
  }

  /** A text that may be anybody's: messages name places in it, but do not show its lines. */
  public static SourceText confidential(String name, String text) {
    return new SourceText(name, text, Use.CONFIDENTIAL);
  }

  /** A file by its name alone. */
  public static SourceText unread(String name) {
    return new SourceText(name, "", Use.UNREAD);
  }

  private SourceText(String name, String text, Use use) {
    this.use = use;
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    var starts = IntStream.builder().add(0);
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts.add(end + 1);
    }
    return starts.build().toArray();
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public boolean isConfidential() {
    return use == Use.CONFIDENTIAL;
  }

  public boolean isUnread() {
    return use == Use.UNREAD;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** How long a line is, perhaps with a carriage return at its end. */
  public int lineLength(int number) {
    return lineEnd(number) - lineStarts[number - 1];
  }

  private int lineEnd(int number) {
    return number < lineStarts.length ? lineStarts[number] - 1 : text.length();
  }

  /** The text of a line without its end; lines count from 1. */
  public String line(int number) {
    int from = lineStarts[number - 1];
    int to = lineEnd(number);
    if (to > from && text.charAt(to - 1) == '\r') {
      to--;
    }
    return text.substring(from, to);
  }

  /** Where the UTF-16 unit at {@code offset} stands; past the end, the end. */
  public Position position(int offset) {
    int found = Arrays.binarySearch(lineStarts, Math.min(offset, text.length()));
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, Math.min(offset, text.length()) - lineStarts[line] + 1);
  }

  /** The UTF-16 unit at {@code position}; past the end, the end. */
  public int offset(Position position) {
    if (position.line() > lineStarts.length) {
      return text.length();
    }
    return Math.min(text.length(), lineStarts[position.line() - 1] + position.column() - 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
