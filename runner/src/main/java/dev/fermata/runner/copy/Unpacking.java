package dev.fermata.runner.copy;

import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the files of an archive onto this machine. What a container holds is not to be trusted:
 * nothing is written outside of where it is to be, through no link either. Each file is there whole
 * or not at all.
 */
final class Unpacking {
  private final TarReader tar;
  private final String root;
  private final Path top;
  private final List<Folder> folders = new ArrayList<>();
  private final byte[] buffer = new byte[64 * 1024];

  /** A folder whose mode and time are set when all is in it. */
  private record Folder(Path path, TarEntry entry) {}

  /** {@code root} is the name that all in the archive is below; {@code top} what it becomes. */
  private Unpacking(TarReader tar, String root, Path top) {
    this.tar = tar;
    this.root = root;
    this.top = top;
  }

  static void run(TarReader tar, String root, Path top) {
    var unpacking = new Unpacking(tar, root, top);
    try {
      for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
        unpacking.put(next.get());
      }
      unpacking.finishFolders();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack into `" + top + "`", e);
    }
  }

  private void put(TarEntry entry) {
    Path path = place(entry.name());
    try {
      requireFolders(path);
      switch (entry.type()) {
        case FOLDER -> putFolder(path, entry);
        case FILE -> putFile(path, entry);
        case LINK -> {
          makeRoom(path);
          Files.createSymbolicLink(path, Path.of(entry.link()));
        }
        case HARD_LINK -> {
          Path first = place(entry.link());
          requireFolders(first);
          makeRoom(path);
          Files.createLink(path, first);
        }
        // Devices and pipes mean nothing on another machine.
        case DEVICE, PIPE -> {}
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write `" + path + "`", e);
    }
  }

  /** Where an entry comes to lie. */
  private Path place(String name) {
    String below = name.startsWith(root) ? name.substring(root.length()) : "/../" + name;
    Path relative = Path.of(below.replaceFirst("^/+", "")).normalize();
    if (relative.startsWith("..") || relative.isAbsolute()) {
      throw new CopyRefusal(
          "the archive has `" + name + "`, which is outside of what was asked for",
          "the container is not to be trusted");
    }
    return relative.toString().isEmpty() ? top : top.resolve(relative);
  }

  /** What is between the top and a path are folders, and no links that lead elsewhere. */
  private void requireFolders(Path path) throws IOException {
    if (path.equals(top)) {
      return;
    }
    Path here = top;
    for (Path part : top.relativize(path)) {
      if (!Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(here);
      } else if (!here.equals(top) && !Files.isDirectory(here, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(here.toString(), null, "it is no folder");
      }
      here = here.resolve(part);
    }
  }

  private void putFolder(Path path, TarEntry entry) throws IOException {
    boolean isTop = path.equals(top);
    boolean isThere = isTop ? Files.isDirectory(path) : isFolder(path);
    if (!isThere && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString(), null, "a folder cannot replace a file");
    }
    if (!isThere) {
      Files.createDirectory(path);
    }
    folders.add(new Folder(path, entry));
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Takes a file away that is there; a folder is never replaced by what is none. */
  private static void makeRoom(Path path) throws IOException {
    if (isFolder(path)) {
      throw new FileAlreadyExistsException(path.toString(), null, "a file cannot replace a folder");
    }
    Files.deleteIfExists(path);
  }

  private void putFile(Path path, TarEntry entry) throws IOException {
    if (isFolder(path)) {
      makeRoom(path);
    }
    WholeFile.write(
        path,
        out -> {
          copyTo(out);
        },
        entry.mode());
    Files.setLastModifiedTime(path, FileTime.from(entry.modified()));
  }

  private void copyTo(OutputStream out) throws IOException {
    for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
      out.write(buffer, 0, count);
    }
  }

  /** From the innermost on, since a folder that cannot be written may hold others. */
  private void finishFolders() throws IOException {
    for (Folder folder : folders.reversed()) {
      Files.setAttribute(folder.path(), "unix:mode", folder.entry().mode());
      Files.setLastModifiedTime(folder.path(), FileTime.from(folder.entry().modified()));
    }
  }
}
