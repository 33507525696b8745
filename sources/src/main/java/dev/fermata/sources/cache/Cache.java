package dev.fermata.sources.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of fetched projects. An entry appears whole or not at all: it is made beside its place
 * and then renamed, so neither a killed process nor two at the same time leave half of one.
 */
public record Cache(Path folder) {
  private static final String UNDER_WAY = ".fetching-";

  /** Longer than any fetch may take: what is older was left by a process that was killed. */
  private static final Duration STALE = Duration.ofDays(1);

  /** Makes the entry's content, the folder {@code content}, below a folder of its own. */
  @FunctionalInterface
  public interface Filling {
    void fill(Path workplace, Path content) throws IOException, UnreachableProject;
  }

  public static Cache of(Map<String, String> environment) {
    Path given = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    Path base =
        given.isAbsolute() ? given : Path.of(environment.getOrDefault("HOME", "/"), ".cache");
    return new Cache(base.resolve("fermata").resolve("remote"));
  }

  /** An entry, made first if it is not there; its path is without links. */
  public Path entry(String kind, String name, Filling filling) throws UnreachableProject {
    Path entry = folder.resolve(kind).resolve(name);
    try {
      if (!Files.isDirectory(entry)) {
        make(entry, filling);
      }
      return entry.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a remote project in " + entry, e);
    }
  }

  private static void make(Path entry, Filling filling) throws IOException, UnreachableProject {
    Path parent = Files.createDirectories(entry.getParent());
    Path workplace = Files.createDirectory(parent.resolve(UNDER_WAY + UUID.randomUUID()));
    try {
      sweep(workplace);
      Path content = Files.createDirectory(workplace.resolve("content"));
      filling.fill(workplace, content);
      settle(content, entry);
    } finally {
      delete(workplace);
    }
  }

  private static void settle(Path content, Path entry) throws IOException {
    try {
      Files.move(content, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process was faster; the name says that it has brought the same.
      if (!Files.isDirectory(entry)) {
        throw e;
      }
    }
  }

  /** Removes what killed processes left; the time is the file system's own. */
  private static void sweep(Path workplace) throws IOException {
    FileTime now = Files.getLastModifiedTime(workplace);
    try (Stream<Path> entries = Files.list(workplace.getParent())) {
      for (Path entry : entries.toList()) {
        if (entry.getFileName().toString().startsWith(UNDER_WAY)
            && Files.getLastModifiedTime(entry).toInstant().plus(STALE).isBefore(now.toInstant())) {
          delete(entry);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }

          // Another process may sweep as well.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
