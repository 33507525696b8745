package dev.fermata.cli.progress;

import dev.fermata.cli.text.Elapsed;
import dev.fermata.runner.engine.ImageProgress;
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
    return lines(new Shown(title, screen, screen.all(), 0), now);
  }

  /** What is to be seen of a screen, and how many lines layers may take beside that. */
  private record Shown(String title, Screen screen, List<ProgressRow> rows, int layers) {}

  /** The same on so many lines at most; the rows that are not done win over those that are. */
  List<String> of(String title, Screen screen, Instant now, int most) {
    List<ProgressRow> all = screen.all();
    if (all.size() < most) {
      return lines(new Shown(title, screen, all, most - 1 - all.size()), now);
    }
    List<ProgressRow> shown = mostTelling(all, Math.max(0, most - 2));
    List<String> lines = lines(new Shown(title, screen, shown, 0), now);
    if (most > 1) {
      lines.add(Cells.cut(rest(all, shown), columns));
    }
    return lines;
  }

  private List<String> lines(Shown shown, Instant now) {
    Screen screen = shown.screen();
    int idWidth = idWidth(screen.all());
    var lines = new ArrayList<String>();
    String counted = screen.finished() + "/" + screen.rows().size();
    String header = "[+] " + shown.title() + " " + counted + inAll(screen);
    lines.add(Cells.cut(header, columns));
    int room = shown.layers();
    for (ProgressRow row : shown.rows()) {
      List<String> below = below(row, now).stream().limit(room).toList();
      boolean isAlone = below.isEmpty() && !row.build().current().isEmpty();
      ProgressRow shownRow = isAlone ? row.details(row.build().current()) : row;
      lines.add(line(shownRow, idWidth, now));
      lines.addAll(below);
      room -= below.size();
    }
    return lines;
  }

  /** The layers of a pull, the steps of a build. */
  private List<String> below(ProgressRow row, Instant now) {
    var lines = new ArrayList<>(row.busyParts().stream().map(this::line).toList());
    lines.addAll(row.build().lines(columns, now));
    return lines;
  }

  /** How much is there of all that is being moved, where that is more than one thing. */
  private static String inAll(Screen screen) {
    List<ProgressRow> moving =
        screen.all().stream()
            .filter(row -> row.total() > 0 && row.status() == ProgressRow.Status.WORKING)
            .toList();
    long current = moving.stream().mapToLong(ProgressRow::current).sum();
    long total = moving.stream().mapToLong(ProgressRow::total).sum();
    return moving.size() < 2 ? "" : "  " + megabytes(current, total);
  }

  /** Of a layer, below its image. */
  private String line(ImageProgress layer) {
    String bar = layer.total() > 0 ? bar(layer.current(), layer.total()) : "";
    return Cells.cut("     " + layer.part() + " " + layer.text() + bar, columns);
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
            + counts(row)
            + (row.details().isEmpty() ? "" : "  " + Cells.shown(row.details()));
    return Cells.cut(Cells.padded(Cells.cut(left, room), room) + " " + timer, columns);
  }

  private static String counts(ProgressRow row) {
    String counts = row.build().counts();
    return counts.isEmpty() ? "" : "  " + counts;
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
    return row.total() <= 0 || row.status() != ProgressRow.Status.WORKING
        ? ""
        : bar(row.current(), row.total());
  }

  private static String bar(long current, long total) {
    int full = (int) Math.min(BAR, current * BAR / total);
    return " [" + "█".repeat(full) + " ".repeat(BAR - full) + "] " + megabytes(current, total);
  }

  private static String megabytes(long current, long total) {
    return String.format(Locale.ROOT, "%.1f/%.1f MB", current / 1e6, total / 1e6);
  }
}
