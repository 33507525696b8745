package dev.fermata.runner;

import dev.fermata.planner.observed.EndedJob.FileChange;
import dev.fermata.planner.observed.EndedJob.Kind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether files that a container mounts have changed since a moment. What is put in the place of
 * another file, or renamed, may bring an old time of modification along; the time at which the
 * system changed its entry (on Unix) tells of that too, and that of a folder of what is gone.
 */
final class MountedFiles {
  /** Looking at more takes longer than most jobs do. */
  private static final int MOST = 20_000;

  private final Instant since;
  private int seen;

  MountedFiles(Instant since) {
    this.since = since;
  }

  /** The first change found; links are not followed, since they lead elsewhere in a container. */
  Optional<FileChange> changeIn(List<String> mounts) {
    for (String mount : mounts) {
      Optional<FileChange> change = changeIn(Path.of(mount));
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private Optional<FileChange> changeIn(Path mount) {
    if (!Files.exists(mount)) {
      return Optional.of(new FileChange(Kind.GONE, mount.toString()));
    }
    var walk = new Walk(mount);
    try {
      Files.walkFileTree(mount, walk);
      return walk.found;
    } catch (IOException e) {
      return Optional.of(new FileChange(Kind.UNREADABLE, mount.toString()));
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path mount;
    private Optional<FileChange> found = Optional.empty();

    private Walk(Path mount) {
      this.mount = mount;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      return look(folder, attributes);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      return look(file, attributes);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (failure instanceof NoSuchFileException) {
        return found(Kind.CHANGED, file);
      }
      return found(Kind.UNREADABLE, file);
    }

    private FileVisitResult look(Path path, BasicFileAttributes attributes) throws IOException {
      seen++;
      if (seen > MOST) {
        return found(Kind.TOO_MANY, mount);
      }
      return lastChange(path, attributes).toInstant().isAfter(since)
          ? found(Kind.CHANGED, path)
          : FileVisitResult.CONTINUE;
    }

    private FileVisitResult found(Kind kind, Path path) {
      found = Optional.of(new FileChange(kind, path.toString()));
      return FileVisitResult.TERMINATE;
    }

    private static FileTime lastChange(Path path, BasicFileAttributes attributes)
        throws IOException {
      FileTime modified = attributes.lastModifiedTime();
      if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        return modified;
      }
      return Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                  instanceof FileTime entry
              && entry.compareTo(modified) > 0
          ? entry
          : modified;
    }
  }
}
