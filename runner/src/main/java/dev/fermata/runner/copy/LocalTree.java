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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Attributes attributes = Attributes.of(path);
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

  private void addFile(Path path, String name, Attributes attributes) throws IOException {
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

  /** What an archive keeps of a file. */
  private record Attributes(Map<String, Object> unix) {
    enum Kind {
      FILE,
      FOLDER,
      LINK,
      OTHER
    }

    private static final int FORMAT = 0170000;

    static Attributes of(Path path) {
      try {
        return new Attributes(
            Files.readAttributes(
                path,
                "unix:mode,uid,gid,size,lastModifiedTime,nlink,dev,ino",
                LinkOption.NOFOLLOW_LINKS));
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }

    Kind kind() {
      return switch (number("mode") & FORMAT) {
        case 0100000 -> Kind.FILE;
        case 0040000 -> Kind.FOLDER;
        case 0120000 -> Kind.LINK;
        default -> Kind.OTHER;
      };
    }

    int mode() {
      return number("mode") & 07777;
    }

    long size() {
      return ((Number) get("size")).longValue();
    }

    Instant time() {
      return ((FileTime) get("lastModifiedTime")).toInstant();
    }

    boolean hasSeveralNames() {
      return number("nlink") > 1;
    }

    String key() {
      return unix.get("dev") + ":" + unix.get("ino");
    }

    TarEntry on(TarEntry entry) {
      return entry.ownedBy(number("uid"), number("gid"));
    }

    private Object get(String name) {
      return Objects.requireNonNull(unix.get(name));
    }

    private int number(String name) {
      return ((Number) get(name)).intValue();
    }
  }
}
