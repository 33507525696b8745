package dev.fermata.buildkit.message;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An entry of a folder that is transferred. {@code mode} is Go's: permission bits, and above them
 * its own bits for kinds. {@code modified} is in nanoseconds since 1970. {@code link} is the target
 * of a symbolic link as written, or the first path of an inode that has several.
 */
public record Stat(
    String path,
    int mode,
    int user,
    int group,
    long size,
    long modified,
    String link,
    long deviceMajor,
    long deviceMinor,
    SortedMap<String, byte[]> attributes)
    implements Message {

  public Stat {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  public static Stat read(Fields in) {
    return new Stat(
        in.text(1),
        (int) in.number(2),
        (int) in.number(3),
        (int) in.number(4),
        in.number(5),
        in.number(6),
        in.text(7),
        in.number(8),
        in.number(9),
        in.bytesMap(10));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.text(1, path)
        .number(2, Integer.toUnsignedLong(mode))
        .number(3, Integer.toUnsignedLong(user))
        .number(4, Integer.toUnsignedLong(group))
        .number(5, size)
        .number(6, modified)
        .text(7, link)
        .number(8, deviceMajor)
        .number(9, deviceMinor)
        .bytesMap(10, attributes);
  }
}
