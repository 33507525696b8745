package dev.fermata.runner.docker.image;

import dev.fermata.buildkit.ignore.IgnoreRules;
import dev.fermata.buildkit.ignore.PatternException;
import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarWriter;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A build's folder, archived while it is sent: nothing is kept on the disk or in memory. Everything
 * belongs to root, as the docker client does it, so that caches hold on every machine.
 */
record ContextArchive(Path folder, Dockerfile dockerfile, IgnoreRules rules) {

  /** The rules beside the Dockerfile come before those of the folder. */
  static ContextArchive of(Path folder, Dockerfile dockerfile) throws IOException {
    List<String> names =
        dockerfile.added().isPresent()
            ? List.of(".dockerignore")
            : List.of(dockerfile.name() + ".dockerignore", ".dockerignore");
    try {
      return new ContextArchive(folder, dockerfile, IgnoreRules.in(folder, names));
    } catch (PatternException e) {
      throw new EngineException(Kind.INVALID, e.getMessage(), "", e.hint());
    }
  }

  void writeTo(OutputStream out) throws IOException {
    var tar = new TarWriter(out);
    if (dockerfile.added().isPresent()) {
      byte[] text = dockerfile.added().get().getBytes(StandardCharsets.UTF_8);
      tar.file(TarEntry.file(dockerfile.name(), 0644, text.length, Instant.EPOCH), text);
    }
    addBelow(folder, tar);
    tar.finish();
  }

  private void addBelow(Path parent, TarWriter tar) throws IOException {
    List<Path> children;
    try (Stream<Path> listed = Files.list(parent)) {
      children = listed.sorted().toList();
    }
    if (Thread.currentThread().isInterrupted()) {
      // A folder of which nothing is sent would not notice by itself.
      throw new ClosedByInterruptException();
    }
    for (Path child : children) {
      String name = slashed(folder.relativize(child));
      boolean ignored = rules.ignores(name) && !isAlwaysSent(name);
      boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
      if (!ignored) {
        add(child, name, tar);
      }
      if (isFolder && (!ignored || mayHoldMore(name))) {
        addBelow(child, tar);
      }
    }
  }

  private boolean isAlwaysSent(String name) {
    return name.equals(".dockerignore") || name.equals(dockerfile.name());
  }

  private boolean mayHoldMore(String name) {
    return rules.mayTakeBackBelow(name) || dockerfile.name().startsWith(name + "/");
  }

  private static void add(Path path, String name, TarWriter tar) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      // It went away after it was listed.
      return;
    }
    Instant modified = attributes.lastModifiedTime().toInstant();
    if (attributes.isSymbolicLink()) {
      String target = Files.readSymbolicLink(path).toString();
      tar.folderOrLink(TarEntry.link(name, target, modified));
    } else if (attributes.isDirectory()) {
      tar.folderOrLink(TarEntry.folder(name, mode(path, 0755), modified));
    } else if (attributes.isRegularFile()) {
      try (InputStream content = Files.newInputStream(path)) {
        tar.file(TarEntry.file(name, mode(path, 0644), attributes.size(), modified), content);
      }
    }
  }

  private static int mode(Path path, int otherwise) throws IOException {
    try {
      return (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    } catch (UnsupportedOperationException e) {
      // A file system without such modes.
      return otherwise;
    }
  }

  static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
