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
  private static final String PLAIN = ESCAPE + "0m";

  private final PrintStream terminal;
  private int painted;

  Painter(PrintStream terminal) {
    this.terminal = terminal;
  }

  void paint(List<String> lines) {
    var frame = new StringBuilder(HIDE_CURSOR).append(home());
    for (String line : lines) {
      frame.append(CLEAR_LINE).append(coloured(line)).append('\n');
    }
    frame.append(CLEAR_BELOW).append(SHOW_CURSOR);
    terminal.print(frame);
    terminal.flush();
    painted = lines.size();
  }

  /** Takes the lines away, so that something else can be written there. */
  void erase() {
    terminal.print(home() + CLEAR_BELOW);
    terminal.flush();
    painted = 0;
  }

  private String home() {
    return painted == 0 ? "" : ESCAPE + painted + "A\r";
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
