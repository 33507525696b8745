package dev.fermata.runner.bridge;

import dev.fermata.runner.copy.CopyOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder to build a transformation of one's own in. */
public record TransformationFolder(Path path) {
  private static final String TEMPLATES = "templates";
  private static final String DOCKERFILE =
      """
      FROM docker/compose-bridge-transformer
      LABEL com.docker.compose.bridge=transformation
      COPY templates /templates
      """;

  public boolean isThere() {
    return Files.exists(path);
  }

  public static boolean isFolder(Path templates) {
    return Files.isDirectory(templates);
  }

  /** With templates of a container. */
  public void fill(CopyOut templates) {
    try {
      Files.createDirectories(path);
      templates.to(path.toString(), TEMPLATES);
      Files.writeString(path.resolve("Dockerfile"), DOCKERFILE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write `" + path + "`", e);
    }
  }
}
