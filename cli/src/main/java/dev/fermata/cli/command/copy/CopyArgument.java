package dev.fermata.cli.command.copy;

import dev.fermata.cli.grammar.Misuse;

/** One side of a copy, as it is written on the command line. */
sealed interface CopyArgument {

  /** {@code service:path}. */
  record InService(String service, String path) implements CopyArgument {}

  /** A path of this machine. */
  record Local(String path) implements CopyArgument {}

  /** {@code -}: an archive on a standard stream. */
  record Stream() implements CopyArgument {}

  /** What begins with a slash or a point is of this machine, whatever colons it has. */
  static CopyArgument of(String text) {
    if (text.equals("-")) {
      return new Stream();
    }
    int colon = text.indexOf(':');
    boolean isLocal = colon <= 0 || text.startsWith("/") || text.startsWith(".");
    if (isLocal) {
      return new Local(text);
    }
    if (colon == text.length() - 1) {
      throw new Misuse("`" + text + "` lacks the path in the container, as in `" + text + "/etc`");
    }
    return new InService(text.substring(0, colon), text.substring(colon + 1));
  }
}
