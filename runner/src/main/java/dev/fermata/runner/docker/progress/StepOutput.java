package dev.fermata.runner.docker.progress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes lines of the pieces that one stream of a step comes in. */
final class StepOutput {
  /** A program that never ends its line must not fill our memory. */
  private static final int LONGEST = 64 * 1024;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /** The lines that end in these bytes. */
  List<String> add(byte[] bytes) {
    var lines = new ArrayList<String>();
    for (byte next : bytes) {
      if (next != '\n') {
        line.write(next);
      }
      if (next == '\n' || line.size() >= LONGEST) {
        lines.add(take());
      }
    }
    return lines;
  }

  /** The last line, if it has no end. */
  List<String> rest() {
    return line.size() == 0 ? List.of() : List.of(take());
  }

  /** What is written over itself, as the bar of a download is, shows its last state. */
  private String take() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    String shown = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    return shown.substring(shown.lastIndexOf('\r') + 1);
  }
}
