package dev.fermata.buildkit.files;

import dev.fermata.buildkit.files.Attributes.Inode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads what a file system tells of a file, by one call; a link is not followed. */
final class StatReader {
  private static final String UNIX = "unix:mode,size,lastModifiedTime,nlink,dev,ino,rdev";

  private StatReader() {}

  /** Nothing where there is no such file, or none any more. */
  static Optional<Attributes> read(Path file) throws IOException {
    try {
      return Optional.of(unix(Files.readAttributes(file, UNIX, LinkOption.NOFOLLOW_LINKS)));
    } catch (UnsupportedOperationException e) {
      // A file system without such modes.
      return Optional.of(
          basic(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Attributes unix(Map<String, Object> stat) {
    int unix = (int) number(stat, "mode");
    int mode = GoMode.of(unix);
    boolean shared = number(stat, "nlink") > 1 && !GoMode.isFolder(mode);
    boolean device = GoMode.isDevice(mode);
    long rdev = device ? number(stat, "rdev") : 0;
    return new Attributes(
        mode,
        GoMode.isFolder(mode) ? 0 : number(stat, "size"),
        nanoseconds((FileTime) value(stat, "lastModifiedTime")),
        shared
            ? Optional.of(new Inode(number(stat, "dev"), number(stat, "ino")))
            : Optional.empty(),
        (rdev >> 8) & 0xfff,
        (rdev & 0xff) | ((rdev >> 12) & 0xfff00));
  }

  private static Attributes basic(BasicFileAttributes known) {
    int mode = GoMode.ofFile();
    if (known.isDirectory()) {
      mode = GoMode.ofFolder();
    } else if (known.isSymbolicLink()) {
      mode = GoMode.ofLink();
    }
    long size = known.isDirectory() ? 0 : known.size();
    return new Attributes(
        mode, size, nanoseconds(known.lastModifiedTime()), Optional.empty(), 0, 0);
  }

  private static long nanoseconds(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  private static long number(Map<String, Object> stat, String name) {
    return ((Number) value(stat, name)).longValue();
  }

  private static Object value(Map<String, Object> stat, String name) {
    return Objects.requireNonNull(stat.get(name), name);
  }
}
