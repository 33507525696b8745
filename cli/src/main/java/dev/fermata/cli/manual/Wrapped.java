package dev.fermata.cli.manual;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width; a longer word has a line of its own. */
final class Wrapped {
  private Wrapped() {}

  /** One line at least. */
  static List<String> lines(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
