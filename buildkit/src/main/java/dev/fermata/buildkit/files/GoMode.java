package dev.fermata.buildkit.files;

/** Go's bits of a file's mode, of those that {@code stat} tells. */
final class GoMode {
  private static final int FOLDER = 1 << 31;
  private static final int LINK = 1 << 27;
  private static final int DEVICE = 1 << 26;
  private static final int PIPE = 1 << 25;
  private static final int SET_USER = 1 << 23;
  private static final int SET_GROUP = 1 << 22;
  private static final int CHARACTER_DEVICE = 1 << 21;
  private static final int STICKY = 1 << 20;
  private static final int OTHER_KINDS = LINK | DEVICE | PIPE | CHARACTER_DEVICE;

  private GoMode() {}

  /** A socket becomes a plain file, as in every context: it has no meaning elsewhere. */
  static int of(int unix) {
    int kind =
        switch (unix & 0170000) {
          case 0040000 -> FOLDER;
          case 0120000 -> LINK;
          case 0060000 -> DEVICE;
          case 0020000 -> DEVICE | CHARACTER_DEVICE;
          case 0010000 -> PIPE;
          default -> 0;
        };
    return kind
        | (unix & 0777)
        | ((unix & 04000) == 0 ? 0 : SET_USER)
        | ((unix & 02000) == 0 ? 0 : SET_GROUP)
        | ((unix & 01000) == 0 ? 0 : STICKY);
  }

  /**
   * Where a file system has no modes: everything may be run, as Docker's client on Windows has it.
   */
  static int ofFolder() {
    return FOLDER | 0755;
  }

  static int ofFile() {
    return 0755;
  }

  static int ofLink() {
    return LINK | 0755;
  }

  static boolean isFolder(int mode) {
    return (mode & FOLDER) != 0;
  }

  static boolean isLink(int mode) {
    return (mode & LINK) != 0;
  }

  static boolean isDevice(int mode) {
    return (mode & DEVICE) != 0;
  }

  static boolean isFile(int mode) {
    return (mode & (FOLDER | OTHER_KINDS)) == 0;
  }
}
