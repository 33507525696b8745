package dev.fermata.buildkit.files;

import java.util.Optional;

/**
 * What is known of an entry of a folder without its content. {@code mode} is Go's, {@code modified}
 * in nanoseconds since 1970; {@code inode} is there where the entry has other names as well.
 */
record Attributes(
    int mode, long size, long modified, Optional<Inode> inode, long deviceMajor, long deviceMinor) {

  record Inode(long device, long number) {}

  boolean isFolder() {
    return GoMode.isFolder(mode);
  }

  boolean isLink() {
    return GoMode.isLink(mode);
  }

  /** Whether it has content that may be asked for. */
  boolean isFile() {
    return GoMode.isFile(mode);
  }
}
