package dev.fermata.runner.docker.archive;

import java.time.Instant;

/** The head of an entry; {@code link} is where a link leads, else empty. */
public record TarEntry(
    String name, Type type, String link, int mode, int uid, int gid, long size, Instant modified) {

  /** What an entry is. */
  public enum Type {
    FILE('0'),
    /** Another name for an entry that came before. */
    HARD_LINK('1'),
    LINK('2'),
    DEVICE('3'),
    FOLDER('5'),
    PIPE('6');

    private final char flag;

    Type(char flag) {
      this.flag = flag;
    }

    char flag() {
      return flag;
    }
  }

  public static TarEntry file(String name, int mode, long size, Instant modified) {
    return new TarEntry(name, Type.FILE, "", mode, 0, 0, size, modified);
  }

  public static TarEntry folder(String name, int mode, Instant modified) {
    return new TarEntry(name + "/", Type.FOLDER, "", mode, 0, 0, 0, modified);
  }

  public static TarEntry link(String name, String target, Instant modified) {
    return new TarEntry(name, Type.LINK, target, 0777, 0, 0, 0, modified);
  }

  /** Another name of what {@code first} is; engines set what it says of mode and owner again. */
  public static TarEntry hardLink(String name, String first, int mode, Instant modified) {
    return new TarEntry(name, Type.HARD_LINK, first, mode, 0, 0, 0, modified);
  }

  public TarEntry ownedBy(int newUid, int newGid) {
    return new TarEntry(name, type, link, mode, newUid, newGid, size, modified);
  }
}
