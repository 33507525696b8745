package dev.fermata.cli.progress;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line that stays below all others while it is shown: keys, and what each does. Others say what
 * is in it; the live view is told when that changes.
 */
public final class StatusLine {
  private static final String BETWEEN = "   ";
  private static final String KEY = "\u001b[1;7m";
  private static final String PALE = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private List<Key> keys = List.of();
  private Runnable onChange = () -> {};

  /** What is typed, and what that does. */
  public record Key(String key, String effect) {}

  /** Shows these from now on; nothing where there are none. */
  public void show(List<Key> wanted) {
    Runnable told;
    synchronized (this) {
      keys = List.copyOf(wanted);
      told = onChange;
    }
    told.run();
  }

  public void clear() {
    show(List.of());
  }

  synchronized void onChange(Runnable then) {
    onChange = then;
  }

  synchronized boolean isShown() {
    return !keys.isEmpty();
  }

  /** The line as it fits; empty where nothing is shown. */
  synchronized List<String> lines(int columns) {
    if (keys.isEmpty()) {
      return List.of();
    }
    String bare =
        keys.stream().map(it -> it.key() + " " + it.effect()).collect(Collectors.joining(BETWEEN));
    return List.of(Cells.width(bare) <= columns ? styled() : Cells.cut(bare, columns));
  }

  private String styled() {
    return keys.stream()
        .map(it -> KEY + it.key() + PLAIN + PALE + " " + it.effect() + PLAIN)
        .collect(Collectors.joining(BETWEEN));
  }
}
