package dev.fermata.runner.watch;

import dev.fermata.runner.copy.LocalAttributes;
import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files as an archive that is unpacked at the root of a container, made while it is sent. What goes
 * away meanwhile is left out: word of that comes later.
 */
record SyncArchive(SortedMap<String, Path> files, Folders folders) {
  /** Up to this a file is read before its head is written, so that its size is right. */
  private static final long SMALL = 1 << 20;

  /** Which folders have an entry of their own. */
  enum Folders {
    ALL,
    /** Those that the engine makes anyway for what is in them have none. */
    EMPTY_ONES
  }

  /** Those of the files that an archive can hold: no pipes, sockets and devices. */
  static SortedMap<String, Path> sendable(SortedMap<String, Path> files) {
    var sendable = new TreeMap<String, Path>();
    files.forEach((target, path) -> {
      if (isSendable(path)) {
        sendable.put(target, path);
      }
    });
    return sendable;
  }

  private static boolean isSendable(Path path) {
    try {
      return switch (LocalAttributes.of(path).kind()) {
        case FILE -> Files.isReadable(path);
        case FOLDER, LINK -> true;
        case OTHER -> false;
      };
    } catch (IOException gone) {
      return false;
    }
  }

  void writeTo(OutputStream out) throws IOException {
    var tar = new TarWriter(out);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      add(tar, withoutSlash(file.getKey()), file.getValue());
    }
    tar.finish();
  }

  private static String withoutSlash(String target) {
    return target.replaceFirst("^/+", "");
  }

  private void add(TarWriter tar, String name, Path path) throws IOException {
    try {
      LocalAttributes attributes = LocalAttributes.of(path);
      switch (attributes.kind()) {
        case FOLDER -> {
          if (folders == Folders.ALL || isEmpty(name)) {
            tar.folderOrLink(
                attributes.on(TarEntry.folder(name, attributes.mode(), attributes.time())));
          }
        }
        case LINK -> {
          String leadsTo = Files.readSymbolicLink(path).toString();
          tar.folderOrLink(attributes.on(TarEntry.link(name, leadsTo, attributes.time())));
        }
        case FILE -> addFile(tar, name, path, attributes);
        case OTHER -> {}
      }
    } catch (NoSuchFileException gone) {
      // It is removed from the container next.
      return;
    }
  }

  private boolean isEmpty(String folder) {
    String below = "/" + folder + "/";
    SortedMap<String, Path> rest = files.tailMap(below);
    return rest.isEmpty() || !rest.firstKey().startsWith(below);
  }

  private static void addFile(TarWriter tar, String name, Path path, LocalAttributes attributes)
      throws IOException {
    try (InputStream content = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      if (attributes.size() > SMALL) {
        tar.file(entry(name, attributes, attributes.size()), content);
        return;
      }
      byte[] bytes = content.readAllBytes();
      tar.file(entry(name, attributes, bytes.length), new ByteArrayInputStream(bytes));
    }
  }

  private static TarEntry entry(String name, LocalAttributes attributes, long size) {
    return attributes.on(TarEntry.file(name, attributes.mode(), size, attributes.time()));
  }
}
