package dev.fermata.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a container sees of files beyond its image. */
public record Storage(
    List<Mount> mounts,
    SequencedMap<String, String> tmpfs,
    List<FileGrant> secrets,
    List<FileGrant> configs,
    List<VolumesFrom> volumesFrom,
    Optional<ByteSize> sharedMemory,
    SortedMap<String, String> options) {

  /** The mounts of another container; {@code mode} is {@code ro} or {@code rw}. */
  public record VolumesFrom(Namespace source, Optional<String> mode) {}

  /** The mounts of images among all mounts. */
  public List<Mount.OfImage> images() {
    return mounts.stream()
        .filter(Mount.OfImage.class::isInstance)
        .map(Mount.OfImage.class::cast)
        .toList();
  }

  public Storage {
    mounts = List.copyOf(mounts);
    tmpfs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tmpfs));
    secrets = List.copyOf(secrets);
    configs = List.copyOf(configs);
    volumesFrom = List.copyOf(volumesFrom);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
