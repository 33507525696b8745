package dev.fermata.runner.hook;

import dev.fermata.runner.engine.LogStream.Origin;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a hook says, line by line; the last lines are kept. */
final class HookOutput {
  private static final int KEPT_LINES = 10;
  private static final int LONGEST_LINE = 2048;

  private final Consumer<String> lines;
  private final Map<Origin, ByteArrayOutputStream> begun = new EnumMap<>(Origin.class);
  private final Map<Origin, Deque<String>> last = new EnumMap<>(Origin.class);

  /** {@code lines} is told each line as it ends. */
  HookOutput(Consumer<String> lines) {
    this.lines = lines;
    for (Origin origin : Origin.values()) {
      begun.put(origin, new ByteArrayOutputStream());
      last.put(origin, new ArrayDeque<>());
    }
  }

  /** Some of its output, as it came. */
  void add(Origin origin, byte[] bytes) {
    ByteArrayOutputStream line = of(begun, origin);
    for (byte next : bytes) {
      if (next == '\n') {
        end(origin, line);
      } else if (line.size() < LONGEST_LINE) {
        line.write(next);
      }
    }
  }

  void add(Origin origin, String line) {
    lines.accept(line);
    keep(origin, line);
  }

  /** There is nothing more; what has no line end counts as a line. */
  void end() {
    for (Origin origin : Origin.values()) {
      ByteArrayOutputStream line = of(begun, origin);
      if (line.size() > 0) {
        end(origin, line);
      }
    }
  }

  private void end(Origin origin, ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    add(origin, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  private void keep(Origin origin, String line) {
    Deque<String> kept = of(last, origin);
    if (!line.isBlank()) {
      kept.add(line);
    }
    if (kept.size() > KEPT_LINES) {
      kept.remove();
    }
  }

  /** Those that say most likely what went wrong: of standard error, if there are any. */
  List<String> last() {
    Deque<String> errors = of(last, Origin.STDERR);
    return List.copyOf(errors.isEmpty() ? of(last, Origin.STDOUT) : errors);
  }

  private static <T> T of(Map<Origin, T> all, Origin origin) {
    T found = all.get(origin);
    if (found == null) {
      throw new IllegalStateException("a bug: no output " + origin);
    }
    return found;
  }
}
