package dev.fermata.runner.watch;

import dev.fermata.model.ProjectName;
import dev.fermata.model.text.ComposeSentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Lets one process at a time watch a project: a file with that process's number, in the place of
 * Docker Compose's own, so that the two programs exclude each other as well.
 */
public final class ProjectLock implements AutoCloseable {
  /** A process that began so long after the file was written has another's number. */
  private static final Duration CLOCK_TICKS = Duration.ofSeconds(2);

  private final Path file;

  private ProjectLock(Path file) {
    this.file = file;
  }

  /** Fails with a {@link WatchRefusal} that names the process which has it. */
  public static ProjectLock take(ProjectName project, Map<String, String> environment) {
    try {
      Path folder = folder(environment);
      Files.createDirectories(folder);
      return take(project, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the lock of a watch", e);
    }
  }

  /** It appears with its content, or another process would take it for one that is left over. */
  private static ProjectLock take(ProjectName project, Path folder) throws IOException {
    Path written = Files.createTempFile(folder, project + "-", ".tmp");
    try {
      Files.writeString(written, String.valueOf(ProcessHandle.current().pid()));
      return linked(project, written, folder.resolve(project + ".pid"));
    } finally {
      Files.delete(written);
    }
  }

  private static ProjectLock linked(ProjectName project, Path written, Path file)
      throws IOException {
    while (true) {
      try {
        Files.createLink(file, written);
        return new ProjectLock(file);
      } catch (FileAlreadyExistsException taken) {
        Optional<ProcessHandle> holder = holder(file);
        if (holder.isPresent()) {
          throw new WatchRefusal(
              ComposeSentences.watchLocked(project, holder.get().pid()),
              "end that watch first; `%s` is its lock".formatted(file));
        }
        Files.deleteIfExists(file);
      }
    }
  }

  /** Fails where somebody has taken it away. */
  public void requireHeld() {
    if (!Files.exists(file)) {
      throw new WatchRefusal("the lock `" + file + "` is gone", "run this again");
    }
  }

  private static Optional<ProcessHandle> holder(Path file) throws IOException {
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      long pid = Long.parseLong(Files.readString(file).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process ->
              process
                  .info()
                  .startInstant()
                  .map(start -> start.isBefore(written.plus(CLOCK_TICKS)))
                  .orElse(true));
    } catch (NoSuchFileException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Path folder(Map<String, String> environment) {
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!runtime.isEmpty()) {
      return Path.of(runtime);
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return Path.of(home, ".docker", "docker-compose");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the lock of a watch", e);
    }
  }
}
