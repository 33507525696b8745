package dev.fermata.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns of equal width, three blanks apart, as the docker client prints them. */
public final class Columns {
  private static final int LEAST = 10;
  private static final int GAP = 3;

  /** How wide columns are at least, and how far apart. */
  public record Spacing(int least, int gap) {}

  private Columns() {}

  public static List<String> lines(List<List<String>> rows) {
    return lines(rows, LEAST);
  }

  /** Each column but the last is at least {@code least} wide. */
  public static List<String> lines(List<List<String>> rows, int least) {
    return lines(rows, new Spacing(least, GAP));
  }

  public static List<String> lines(List<List<String>> rows, Spacing spacing) {
    var widths = new ArrayList<Integer>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i == widths.size()) {
          widths.add(spacing.least());
        }
        widths.set(i, Math.max(widths.get(i), row.get(i).length() + spacing.gap()));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i));
      if (i < row.size() - 1) {
        line.append(" ".repeat(widths.get(i) - row.get(i).length()));
      }
    }
    return line.toString();
  }
}
