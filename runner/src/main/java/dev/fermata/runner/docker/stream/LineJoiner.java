package dev.fermata.runner.docker.stream;

import dev.fermata.runner.engine.LogStream.Line;
import dev.fermata.runner.engine.LogStream.Origin;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes lines of one stream's pieces. The engine cuts long lines and puts a time before every part;
 * a line has the time of its first part.
 */
final class LineJoiner {
  /** A program that never ends its line must not fill our memory. */
  private static final int LONGEST = 1024 * 1024;

  private static final int LONGEST_TIME = 40;

  private final Origin origin;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private Instant time = Instant.EPOCH;
  private boolean timed;

  LineJoiner(Origin origin) {
    this.origin = origin;
  }

  /** The lines that end in these bytes. */
  List<Line> add(byte[] bytes) {
    var lines = new ArrayList<Line>();
    for (byte next : bytes) {
      if (next == '\n') {
        endPart();
        lines.add(take());
      } else {
        part.write(next);
      }
      if (line.size() + part.size() >= LONGEST) {
        endPart();
        lines.add(take());
      }
    }
    return lines;
  }

  /** The engine's frame ends: what follows begins with a time again, though the line goes on. */
  void endPart() {
    if (part.size() == 0) {
      return;
    }
    byte[] bytes = part.toByteArray();
    part.reset();
    int text = afterTime(bytes);
    line.write(bytes, text, bytes.length - text);
  }

  /** The last line, if it has no end. */
  Optional<Line> rest() {
    endPart();
    return line.size() == 0 ? Optional.empty() : Optional.of(take());
  }

  private int afterTime(byte[] bytes) {
    int space = 0;
    while (space < Math.min(bytes.length, LONGEST_TIME) && bytes[space] != ' ') {
      space++;
    }
    try {
      var read = Instant.parse(new String(bytes, 0, space, StandardCharsets.US_ASCII));
      time = timed ? time : read;
      timed = true;
      return Math.min(space + 1, bytes.length);
    } catch (DateTimeParseException e) {
      // A driver that cannot tell times: all of it is text.
      return 0;
    }
  }

  private Line take() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    timed = false;
    boolean returned = text.endsWith("\r");
    return new Line(origin, time, returned ? text.substring(0, text.length() - 1) : text);
  }
}
