package dev.fermata.model;

import java.util.Optional;
import java.util.SortedMap;

/** A mount; {@code target} is the absolute path in the container. */
public sealed interface Mount {
  String target();

  boolean readOnly();

  /** A path of the engine's host. */
  record Bind(
      String source,
      String target,
      boolean readOnly,
      boolean createHostPath,
      Optional<String> propagation,
      Optional<String> recursive,
      Optional<String> selinux)
      implements Mount {}

  /** A volume of the project by its key, or an anonymous one. */
  record OfVolume(
      Optional<String> volume,
      String target,
      boolean readOnly,
      boolean noCopy,
      Optional<String> selinux,
      Optional<String> subpath,
      SortedMap<String, String> labels)
      implements Mount {

    /** The same mount of another volume, or of one called otherwise. */
    public OfVolume of(String changed) {
      return new OfVolume(Optional.of(changed), target, readOnly, noCopy, selinux, subpath, labels);
    }
  }

  /** A file system in memory; {@code mode} is a number of permission bits. */
  record Tmpfs(String target, boolean readOnly, Optional<ByteSize> size, Optional<Integer> mode)
      implements Mount {}

  /** An image's files; {@code source} is a reference, or a service that has the image. */
  record OfImage(String source, String target, Optional<String> subpath) implements Mount {
    @Override
    public boolean readOnly() {
      return true;
    }
  }

  /** A Windows pipe or a cluster volume. */
  record Other(String type, Optional<String> source, String target, boolean readOnly)
      implements Mount {}
}
