package dev.fermata.runner.copy;

import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of this machine as an archive, made while it is sent. One use. */
final class LocalTree {
  /** A file that has several names, by device and number: its first name. */
  private final Map<String, String> seen = new HashMap<>();

  private final TarWriter tar;

  private LocalTree(TarWriter tar) {
    this.tar = tar;
  }

  /** {@code name} is that of the top; {@code .} is what it holds. */
  static void write(Path top, String name, OutputStream out) throws IOException {
    var tar = new TarWriter(out);
    new LocalTree(tar).add(top, name);
    tar.finish();
  }

  /** A file that cannot be read is no failure of the engine's: it ends the call as it is. */
  private void add(Path path, String name) throws IOException {
    LocalAttributes attributes = attributes(path);
    switch (attributes.kind()) {
      case FOLDER -> {
        tar.folderOrLink(
            attributes.on(TarEntry.folder(name, attributes.mode(), attributes.time())));
        for (Path child : children(path)) {
          add(child, name + "/" + child.getFileName());
        }
      }
      case LINK ->
          tar.folderOrLink(attributes.on(TarEntry.link(name, target(path), attributes.time())));
      case FILE -> addFile(path, name, attributes);
      // Pipes, sockets and devices mean nothing elsewhere.
      case OTHER -> {}
    }
  }

  private static LocalAttributes attributes(Path path) {
    try {
      return LocalAttributes.of(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private void addFile(Path path, String name, LocalAttributes attributes) throws IOException {
    String first = attributes.hasSeveralNames() ? seen.putIfAbsent(attributes.key(), name) : null;
    if (first != null) {
      tar.folderOrLink(
          attributes.on(TarEntry.hardLink(name, first, attributes.mode(), attributes.time())));
      return;
    }
    try (InputStream content = opened(path)) {
      TarEntry entry = TarEntry.file(name, attributes.mode(), attributes.size(), attributes.time());
      tar.file(attributes.on(entry), content);
    }
  }

  private static InputStream opened(Path path) {
    try {
      return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      throw unreadable(link, e);
    }
  }

  private static UncheckedIOException unreadable(Path path, IOException e) {
    return new UncheckedIOException("cannot read `" + path + "`", e);
  }
}
