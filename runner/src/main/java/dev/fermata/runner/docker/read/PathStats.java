package dev.fermata.runner.docker.read;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.file.PathStat;
import dev.fermata.runner.engine.file.PathStat.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header by which an engine tells what is at a path: JSON in base 64. */
public final class PathStats {
  /** Go's bits for the kind of a file. */
  private static final long FOLDER = 1L << 31;

  private static final long LINK = 1L << 27;
  private static final long SPECIAL = 1L << 26 | 1L << 25 | 1L << 24 | 1L << 21 | 1L << 19;

  private PathStats() {}

  public static PathStat of(String header) throws IOException {
    byte[] text = Base64.getDecoder().decode(header.getBytes(StandardCharsets.US_ASCII));
    Json stat = Json.parse(text);
    return new PathStat(stat.text("name"), kind(stat.at("mode").number()), stat.text("linkTarget"));
  }

  private static Kind kind(long mode) {
    if ((mode & FOLDER) != 0) {
      return Kind.FOLDER;
    }
    if ((mode & LINK) != 0) {
      return Kind.LINK;
    }
    return (mode & SPECIAL) != 0 ? Kind.SPECIAL : Kind.FILE;
  }
}
