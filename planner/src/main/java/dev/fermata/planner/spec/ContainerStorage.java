package dev.fermata.planner.spec;

import dev.fermata.model.ByteSize;
import dev.fermata.model.Mount;
import dev.fermata.model.Storage.VolumesFrom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a container sees of files beyond its image. {@code mounts} have the engine's names of
 * volumes and images; {@code inherited} maps a mount's target to the anonymous volume of a
 * predecessor that it takes over.
 */
public record ContainerStorage(
    List<Mount> mounts,
    SortedMap<String, String> inherited,
    SequencedMap<String, String> tmpfs,
    List<BoundFile> files,
    List<VolumesFrom> volumesFrom,
    Optional<ByteSize> sharedMemory,
    SortedMap<String, String> options) {

  /** A config or secret that is a file of the host; {@code grant} is how its user calls it. */
  public record BoundFile(String grant, String path, String target) {}

  /** The same, and the mounts of one more container. */
  ContainerStorage with(VolumesFrom more) {
    var all = new ArrayList<>(volumesFrom);
    all.add(more);
    return new ContainerStorage(mounts, inherited, tmpfs, files, all, sharedMemory, options);
  }

  public ContainerStorage {
    mounts = List.copyOf(mounts);
    inherited = Collections.unmodifiableSortedMap(new TreeMap<>(inherited));
    tmpfs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tmpfs));
    files = List.copyOf(files);
    volumesFrom = List.copyOf(volumesFrom);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
