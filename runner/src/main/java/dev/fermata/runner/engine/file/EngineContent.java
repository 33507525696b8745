package dev.fermata.runner.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Bytes from an engine. */
public final class EngineContent {
  private EngineContent() {}

  /** Ends them, wherever they are; the connection is not read to its end. */
  public static void close(InputStream content) {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a connection", e);
    }
  }
}
