package dev.fermata.cli.command.copy;

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
    return isLocal
        ? new Local(text)
        : new InService(text.substring(0, colon), text.substring(colon + 1));
  }
}
