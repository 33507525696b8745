package dev.fermata.runner.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole or not at all: it gets its name when all is in it. */
public final class WholeFile {
  private static final int USUAL_MODE = 0644;

  private WholeFile() {}

  /** Fills a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes into the file, device or pipe of this name, or makes a file. */
  public static void write(Path path, InputStream content) {
    try {
      boolean isOther = Files.exists(path) && !Files.isRegularFile(path);
      if (isOther) {
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
          content.transferTo(out);
        }
        return;
      }
      Path real = Files.isSymbolicLink(path) ? path.toRealPath() : path;
      write(real, content::transferTo, USUAL_MODE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write `" + path + "`", e);
    }
  }

  static void write(Path path, Content content, int mode) throws IOException {
    Path beside = path.resolveSibling(".fermata-" + ProcessHandle.current().pid() + ".part");
    Files.deleteIfExists(beside);
    try {
      try (OutputStream out =
          Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      Files.setAttribute(beside, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
      move(beside, path);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
