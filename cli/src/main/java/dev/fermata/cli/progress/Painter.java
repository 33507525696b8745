package dev.fermata.cli.progress;

import java.io.PrintStream;
import java.util.List;

/**
 * Puts lines onto a terminal over those that it put there before. The cursor is hidden within a
 * frame only, so that whatever ends the program leaves it visible.
 */
final class Painter {
  private static final String ESCAPE = "\u001b[";
  private static final String HIDE_CURSOR = ESCAPE + "?25l";
  private static final String SHOW_CURSOR = ESCAPE + "?25h";
  private static final String CLEAR_LINE = ESCAPE + "2K";
  private static final String CLEAR_BELOW = ESCAPE + "J";
  private static final String UP = ESCAPE + "A";

  /**
   * From the first line on. Terminals that keep what a cleared screen has shown (tmux does) take a
   * clearing from their first line on for one of the whole screen; so it starts at the second.
   */
  private static final String CLEAR_BLOCK = CLEAR_LINE + '\n' + CLEAR_BELOW + UP;

  private static final String PLAIN = ESCAPE + "0m";

  private final PrintStream terminal;
  private List<String> painted = List.of();
  private int columns;

  Painter(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Writes the lines that differ from those that are there; nothing where none does. */
  void paint(List<String> lines, int columnsNow) {
    boolean resized = !painted.isEmpty() && columnsNow != columns;
    if (lines.equals(painted) && !resized) {
      return;
    }
    var frame = new StringBuilder(HIDE_CURSOR).append(home(columnsNow));
    if (resized) {
      frame.append(CLEAR_BLOCK);
      painted = List.of();
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean isThere = i < painted.size() && painted.get(i).equals(lines.get(i));
      frame.append(isThere ? "" : CLEAR_LINE + coloured(lines.get(i))).append('\n');
    }
    if (lines.size() < painted.size()) {
      frame.append(CLEAR_BELOW);
    }
    print(frame.append(SHOW_CURSOR).toString());
    painted = List.copyOf(lines);
    columns = columnsNow;
  }

  /** Takes the lines away, so that something else can be written there. */
  void erase(int columnsNow) {
    if (!painted.isEmpty()) {
      print(home(columnsNow) + CLEAR_BLOCK);
      painted = List.of();
    }
  }

  /** Whether lines are there that may be painted over. */
  boolean hasPainted() {
    return !painted.isEmpty();
  }

  /** Leaves the lines where they are, for good. */
  void leave() {
    painted = List.of();
  }

  private void print(String text) {
    terminal.print(text);
    terminal.flush();
  }

  /** To the first line painted. In a terminal that has become narrower a line takes several. */
  private String home(int columnsNow) {
    int rows =
        painted.stream()
            .mapToInt(line ->
                Math.max(1, Math.ceilDiv(Cells.width(Cells.bare(line)), Math.max(1, columnsNow))))
            .sum();
    return rows == 0 ? "" : ESCAPE + rows + "A\r";
  }

  private static String coloured(String line) {
    if (line.length() < 2) {
      return line;
    }
    String colour =
        switch (line.charAt(1)) {
          case '✔' -> "32m";
          case '!' -> "33m";
          case '✘' -> "31m";
          default -> "";
        };
    return colour.isEmpty() ? line : ESCAPE + colour + line + PLAIN;
  }
}
