package dev.fermata.runner.docker.image;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a build is made from. */
public final class ContextFolder {
  private ContextFolder() {}

  /** What looks like the address of something else must not become a path by its {@code ..}. */
  public static Path of(String context) {
    Path folder = Path.of(context).normalize();
    if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
      throw new EngineException(
          Kind.INVALID, "the build context `" + context + "` is not a folder", "");
    }
    return folder;
  }
}
