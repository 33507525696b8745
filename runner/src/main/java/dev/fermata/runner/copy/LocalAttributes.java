package dev.fermata.runner.copy;

import dev.fermata.runner.docker.archive.TarEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** What an archive keeps of a file of this machine; of a link itself where it is one. */
public record LocalAttributes(Map<String, Object> unix) {
  /** What is at a path. */
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  private static final int FORMAT = 0170000;
  private static final String WANTED =
      "unix:mode,uid,gid,size,lastModifiedTime,ctime,nlink,dev,ino";

  public static LocalAttributes of(Path path) throws IOException {
    return new LocalAttributes(Files.readAttributes(path, WANTED, LinkOption.NOFOLLOW_LINKS));
  }

  public Kind kind() {
    return switch (number("mode") & FORMAT) {
      case 0100000 -> Kind.FILE;
      case 0040000 -> Kind.FOLDER;
      case 0120000 -> Kind.LINK;
      default -> Kind.OTHER;
    };
  }

  public int mode() {
    return number("mode") & 07777;
  }

  public long size() {
    return ((Number) get("size")).longValue();
  }

  public Instant time() {
    return ((FileTime) get("lastModifiedTime")).toInstant();
  }

  /** When its content or any of these was changed last. */
  public Instant changed() {
    return ((FileTime) get("ctime")).toInstant();
  }

  boolean hasSeveralNames() {
    return number("nlink") > 1;
  }

  /** Other than that of anything else that is there. */
  public String key() {
    return unix.get("dev") + ":" + unix.get("ino");
  }

  public TarEntry on(TarEntry entry) {
    return entry.ownedBy(number("uid"), number("gid"));
  }

  private Object get(String name) {
    return Objects.requireNonNull(unix.get(name));
  }

  private int number(String name) {
    return ((Number) get(name)).intValue();
  }
}
