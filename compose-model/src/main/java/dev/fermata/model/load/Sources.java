package dev.fermata.model.load;

import java.util.Optional;

/** The files of the world, as values: the load's only way to them. */
@FunctionalInterface
public interface Sources {

  /** A larger file is refused, so that no more than one byte beyond need be read of it. */
  int MAX_SIZE = 16 << 20;

  /** The content of the file at an absolute path; empty where there is no such file. */
  Optional<byte[]> read(String path);
}
