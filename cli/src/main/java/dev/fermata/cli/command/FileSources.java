package dev.fermata.cli.command;

import dev.fermata.model.load.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The files on disk. Devices and pipes may have no end: of none more is read than is accepted. */
public final class FileSources implements Sources {
  private static final long MILLISECONDS_FOR_A_WRITER = 1_000;

  @Override
  public Optional<byte[]> read(String path) {
    try {
      Path file = Path.of(path);
      return isReadable(file) ? Optional.of(content(file)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** Pipes as well: {@code -f <(command)}. */
  private static boolean isReadable(Path file) {
    return Files.exists(file) && !Files.isDirectory(file);
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.isRegularFile(file) ? Files.newInputStream(file) : special(file)) {
      return in.readNBytes(MAX_SIZE + 1);
    }
  }

  /** To open a named pipe into which nobody writes takes for ever. */
  private static InputStream special(Path file) throws IOException {
    var opening = new FutureTask<>(() -> Files.newInputStream(file));
    Thread.ofPlatform().daemon().name("open " + file).start(opening);
    try {
      return opening.get(MILLISECONDS_FOR_A_WRITER, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("nobody writes into this pipe", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }
}
