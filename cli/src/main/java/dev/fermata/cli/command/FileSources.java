package dev.fermata.cli.command;

import dev.fermata.model.load.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The files on disk. */
public final class FileSources implements Sources {

  @Override
  public Optional<byte[]> read(String path) {
    try {
      Path file = Path.of(path);
      return isReadable(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
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
}
