package dev.fermata.cli.progress;

import dev.fermata.cli.text.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A screen as lines that fit a terminal: pure. */
final class ScreenLines {
  private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
  private static final Duration SPIN = Duration.ofMillis(100);
  private static final int BAR = 20;
  private static final int LEAST_ID = 10;

  /** The glyph, the longest word for what goes on, a timer, and something of the details. */
  private static final int REST = 32;

  private final int columns;

  ScreenLines(int columns) {
    this.columns = columns;
  }

  /** The header, and a line for every row. */
  List<String> of(String title, Screen screen, Instant now) {
    return lines(title, screen, screen.all(), now);
  }

  /** The same on so many lines at most; the rows that are not done win over those that are. */
  List<String> of(String title, Screen screen, Instant now, int most) {
    List<ProgressRow> all = screen.all();
    if (all.size() < most) {
      return of(title, screen, now);
    }
    List<ProgressRow> shown = mostTelling(all, Math.max(0, most - 2));
    List<String> lines = lines(title, screen, shown, now);
    if (most > 1) {
      lines.add(Cells.cut(rest(all, shown), columns));
    }
    return lines;
  }

  private List<String> lines(String title, Screen screen, List<ProgressRow> shown, Instant now) {
    int idWidth = idWidth(screen.all());
    var lines = new ArrayList<String>();
    String counted = screen.finished() + "/" + screen.rows().size();
    lines.add(Cells.cut("[+] " + title + " " + counted, columns));
    for (ProgressRow row : shown) {
      lines.add(line(row, idWidth, now));
    }
    return lines;
  }

  private static List<ProgressRow> mostTelling(List<ProgressRow> all, int room) {
    Set<ProgressRow> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    all.stream()
        .sorted(Comparator.comparing(row -> row.status() == ProgressRow.Status.DONE))
        .limit(room)
        .forEach(chosen::add);
    return all.stream().filter(chosen::contains).toList();
  }

  private static String rest(List<ProgressRow> all, List<ProgressRow> shown) {
    int more = all.size() - shown.size();
    long done =
        all.stream().filter(row -> row.status() == ProgressRow.Status.DONE).count()
            - shown.stream().filter(row -> row.status() == ProgressRow.Status.DONE).count();
    return "   ... " + more + " more" + (done > 0 ? ", " + done + " of them done" : "");
  }

  /** As wide as the longest, but half of the line or what the rest of it needs is left. */
  private int idWidth(List<ProgressRow> rows) {
    int longest = rows.stream().mapToInt(row -> Cells.width(row.id())).max().orElse(LEAST_ID);
    return Math.max(LEAST_ID, Math.min(longest, Math.max(columns / 2, columns - REST)));
  }

  private String line(ProgressRow row, int idWidth, Instant now) {
    String timer = Elapsed.text(row.elapsed(now));
    int room = columns - timer.length() - 2;
    String left =
        " "
            + glyph(row, now)
            + " "
            + Cells.padded(RowName.fitting(row.id(), idWidth), idWidth)
            + " "
            + row.text()
            + bar(row)
            + (row.details().isEmpty() ? "" : "  " + Cells.shown(row.details()));
    return Cells.cut(Cells.padded(Cells.cut(left, room), room) + " " + timer, columns);
  }

  private static String glyph(ProgressRow row, Instant now) {
    return switch (row.status()) {
      case DONE -> "✔";
      case WARNING -> "!";
      case ERROR -> "✘";
      case WORKING ->
          SPINNER[(int) (row.elapsed(now).toMillis() / SPIN.toMillis() % SPINNER.length)];
    };
  }

  private static String bar(ProgressRow row) {
    if (row.total() <= 0 || row.status() != ProgressRow.Status.WORKING) {
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
}
