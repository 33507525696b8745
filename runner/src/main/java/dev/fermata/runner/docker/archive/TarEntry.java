package dev.fermata.runner.docker.archive;

import java.time.Instant;

/** The head of an entry; {@code link} is the target of a symbolic link, else empty. */
public record TarEntry(
    String name, Type type, String link, int mode, int uid, int gid, long size, Instant modified) {

  /** What an entry is. */
  public enum Type {
    FILE('0'),
    LINK('2'),
    FOLDER('5');

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

  public TarEntry ownedBy(int newUid, int newGid) {
    return new TarEntry(name, type, link, mode, newUid, newGid, size, modified);
  }
}
