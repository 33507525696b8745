package dev.fermata.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the terminal is ours to change: a program in the background ({@code fermata up &}) that
 * tries is stopped by the system.
 */
public final class Foreground {
  private static final Path STATUS = Path.of("/proc/self/stat");

  /** Fields behind the program's name, which ends with a parenthesis; see proc(5). */
  private static final int GROUP = 2;

  private static final int GROUP_IN_FOREGROUND = 5;

  private Foreground() {}

  public static boolean isOurs() {
    try {
      return isOurs(Files.readString(STATUS, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // No /proc on this system: a user who can type is the usual case.
      return true;
    }
  }

  static boolean isOurs(String status) {
    String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
    return fields[GROUP].equals(fields[GROUP_IN_FOREGROUND]);
  }
}
