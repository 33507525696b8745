package dev.fermata.sources;

import dev.fermata.model.load.file.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The compose file that comes in by standard input, as {@code LoadRequest} takes it. */
public final class StandardInput {
  private static final String NAME = "-";

  private StandardInput() {}

  /**
   * Reads {@code in} where {@code files} or, without any, {@code COMPOSE_FILE} name it; else it is
   * left alone, and the text is empty. No more is read than is accepted.
   */
  public static String read(List<String> files, Map<String, String> environment, InputStream in) {
    return isNamed(files, environment) ? text(in) : "";
  }

  private static boolean isNamed(List<String> files, Map<String, String> environment) {
    return files.isEmpty() ? NAME.equals(environment.get("COMPOSE_FILE")) : files.contains(NAME);
  }

  private static String text(InputStream in) {
    try {
      return new String(in.readNBytes(Sources.MAX_SIZE + 1), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
  }
}
