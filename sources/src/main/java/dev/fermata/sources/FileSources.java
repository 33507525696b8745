package dev.fermata.sources;

import dev.fermata.model.load.file.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The files on disk. Devices and pipes may have no end: of none more is read than is accepted. */
public final class FileSources implements Sources {
  private static final Duration FOR_A_WRITER = Duration.ofSeconds(1);

  /** Who asks a key store for what it writes needs some seconds. */
  private static final Duration FOR_ALL_OF_IT = Duration.ofSeconds(10);

  private final Duration patience;

  public FileSources() {
    this(FOR_ALL_OF_IT);
  }

  /** {@code patience} is how long what is no regular file may take. */
  FileSources(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Content read(String path) {
    try {
      Path file = Path.of(path);
      if (Files.isDirectory(file)) {
        return new Content.Folder();
      }
      return Files.exists(file) ? new Content.Found(content(file)) : new Content.Absent();
    } catch (InvalidPathException e) {
      return new Content.Absent();
    } catch (IOException e) {
      return new Content.Unreadable(reason(e));
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    String text =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    return Objects.requireNonNullElse(text, "the system does not say why");
  }

  /** Pipes as well: {@code -f <(command)}. */
  private byte[] content(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      return upToLimit(Files.newInputStream(file));
    }
    InputStream open =
        within(FOR_A_WRITER, () -> Files.newInputStream(file), "nobody writes into this pipe");
    return within(patience, () -> upToLimit(open), "it does not come to its end");
  }

  private static byte[] upToLimit(InputStream open) throws IOException {
    try (open) {
      return open.readNBytes(MAX_SIZE + 1);
    }
  }

  /** To open a named pipe into which nobody writes, and to read it, may take for ever. */
  private static <T> T within(Duration bound, Callable<T> work, String otherwise)
      throws IOException {
    var task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("read a pipe or device").start(task);
    try {
      return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(otherwise, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }
}
