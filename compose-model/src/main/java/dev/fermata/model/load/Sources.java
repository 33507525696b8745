package dev.fermata.model.load;

import java.util.Optional;

/** The files of the world, as values: the load's only way to them. */
@FunctionalInterface
public interface Sources {

  /** The content of the file at an absolute path; empty where there is no such file. */
  Optional<byte[]> read(String path);
}
