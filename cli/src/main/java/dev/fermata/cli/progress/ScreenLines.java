package dev.fermata.cli.progress;

import dev.fermata.cli.text.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A screen as lines that fit a terminal: pure. */
final class ScreenLines {
  private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
  private static final Duration SPIN = Duration.ofMillis(100);
  private static final int BAR = 20;
  private static final int LEAST_ID = 10;

  private final int columns;
  private final int rows;

  ScreenLines(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The header, then a line per row; the ones that go on win over those that are done. */
  List<String> of(String title, Screen screen, Instant now) {
    List<Row> all = screen.all();
    int room = Math.max(1, rows - 2);
    List<Row> shown = all.size() <= room ? all : mostTelling(all, room - 1);
    int idWidth = idWidth(shown);
    var lines = new ArrayList<String>();
    lines.add(cut("[+] " + title + " " + screen.finished() + "/" + all.size(), columns));
    for (Row row : shown) {
      lines.add(line(row, idWidth, now));
    }
    if (shown.size() < all.size()) {
      lines.add("   ... " + (all.size() - shown.size()) + " more");
    }
    return lines;
  }

  private static List<Row> mostTelling(List<Row> all, int room) {
    List<Row> chosen =
        all.stream()
            .sorted(Comparator.comparing(row -> row.status() == Row.Status.DONE))
            .limit(room)
            .toList();
    return all.stream().filter(chosen::contains).toList();
  }

  /** As wide as the longest, but never more than half of the line. */
  private int idWidth(List<Row> shown) {
    int longest = shown.stream().mapToInt(row -> row.id().length()).max().orElse(LEAST_ID);
    return Math.max(LEAST_ID, Math.min(longest, columns / 2));
  }

  private String line(Row row, int idWidth, Instant now) {
    String timer = Elapsed.text(row.elapsed(now));
    int room = columns - timer.length() - 2;
    String left =
        " "
            + glyph(row, now)
            + " "
            + padded(cut(row.id(), idWidth), idWidth)
            + " "
            + row.text()
            + bar(row)
            + (row.details().isEmpty() ? "" : "  " + row.details().replaceAll("\\s+", " "));
    return padded(cut(left, room), room) + " " + timer;
  }

  private static String glyph(Row row, Instant now) {
    return switch (row.status()) {
      case DONE -> "✔";
      case WARNING -> "!";
      case ERROR -> "✘";
      case WORKING ->
          SPINNER[(int) (row.elapsed(now).toMillis() / SPIN.toMillis() % SPINNER.length)];
    };
  }

  private static String bar(Row row) {
    if (row.total() <= 0 || row.status() != Row.Status.WORKING) {
      return "";
    }
    int full = (int) Math.min(BAR, row.current() * BAR / row.total());
    return " ["
        + "█".repeat(full)
        + " ".repeat(BAR - full)
        + "] "
        + megabytes(row.current())
        + "/"
        + megabytes(row.total())
        + " MB";
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  private static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    return width < 2 ? "" : text.substring(0, width - 1) + "…";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
