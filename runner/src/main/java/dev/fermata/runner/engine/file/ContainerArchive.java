package dev.fermata.runner.engine.file;

import java.io.InputStream;

/**
 * Files of a container as a tar archive, each by the name of what was asked for. Whoever takes it
 * closes it; reading on after a failure of the engine throws its exception.
 */
public record ContainerArchive(PathStat stat, InputStream content) implements AutoCloseable {

  @Override
  public void close() {
    EngineContent.close(content);
  }
}
