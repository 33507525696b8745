package dev.fermata.runner.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder with the model alone, for as long as images read it. It may hold secrets. */
public final class ModelFolder implements AutoCloseable {
  private static final String MODEL = "compose.yaml";
  private final Path folder;

  private ModelFolder(Path folder) {
    this.folder = folder;
  }

  public static ModelFolder of(String model) {
    try {
      Path folder = Files.createTempDirectory("fermata-convert-");
      var own = PosixFilePermissions.fromString("rw-------");
      Path file =
          Files.createFile(folder.resolve(MODEL), PosixFilePermissions.asFileAttribute(own));
      Files.writeString(file, model);
      return new ModelFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the model for the conversion", e);
    }
  }

  public Path path() {
    return folder;
  }

  /** Whoever calls, as a number: what images write is to be his. */
  public String owner() {
    try {
      return String.valueOf(Files.getAttribute(folder, "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at `" + folder + "`", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve(MODEL));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove `" + folder + "`", e);
    }
  }
}
