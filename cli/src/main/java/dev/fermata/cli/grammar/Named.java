package dev.fermata.cli.grammar;

import java.util.Map;

/** What a value or an operand names; the word for it in usage lines says so. */
public enum Named {
  SERVICE,
  /** A service and how many there are to be: {@code web=3}. */
  SERVICE_COUNT,
  /** A file here, or one in a container of a service: {@code web:/etc/hosts}. */
  FILE_OR_SERVICE_FILE,
  PROFILE,
  PROJECT,
  FILE,
  FOLDER,
  /** What nobody can list, such as a text or a number. */
  OTHER;

  private static final Map<String, Named> BY_WORD =
      Map.of(
          "SERVICE", SERVICE,
          "SERVICE=N", SERVICE_COUNT,
          "SRC", FILE_OR_SERVICE_FILE,
          "DST", FILE_OR_SERVICE_FILE,
          "PROFILE", PROFILE,
          "PROJECT", PROJECT,
          "FILE", FILE,
          "FOLDER", FOLDER,
          "COMMAND", FILE,
          "ARG", FILE);

  public static Named by(String word) {
    return BY_WORD.getOrDefault(word, OTHER);
  }
}
