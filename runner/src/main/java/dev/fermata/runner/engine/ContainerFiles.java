package dev.fermata.runner.engine;

import dev.fermata.runner.engine.file.ContainerArchive;
import dev.fermata.runner.engine.file.Owners;
import dev.fermata.runner.engine.file.PathStat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** The files in containers, which need not run. Everything is streamed. */
public interface ContainerFiles {

  /** Makes an archive while it is sent; what it throws unchecked ends the call as it is. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Of a link itself where the path ends in one; empty where there is nothing. */
  Optional<PathStat> stat(String container, String path);

  /** Fails with {@link EngineException.Kind#NOT_FOUND} where there is nothing. */
  ContainerArchive read(String container, String path);

  /** Unpacks an archive in a folder, which must be there. */
  void write(String container, String folder, Owners owners, Content archive);

  /** All files as one archive; whoever takes it closes it. */
  InputStream export(String container);
}
