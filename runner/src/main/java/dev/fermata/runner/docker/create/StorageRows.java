package dev.fermata.runner.docker.create;

import dev.fermata.model.ByteSize;
import dev.fermata.planner.ContainerStorage;
import dev.fermata.runner.docker.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;

/** What a container sees of files beyond its image. */
final class StorageRows {
  static final List<Row> ROWS =
      List.of(
          Row.of("volumes", "HostConfig.Binds", c -> new Mounts(c).binds()),
          Row.of("volumes", "HostConfig.Mounts", c -> new Mounts(c).mounts()),
          Row.of("tmpfs", "HostConfig.Tmpfs", c -> tmpfs(storage(c))),
          Row.of("volumes_from", "HostConfig.VolumesFrom", StorageRows::volumesFrom),
          Row.of(
              "shm_size",
              "HostConfig.ShmSize",
              c -> storage(c).sharedMemory().map(ByteSize::bytes)),
          Row.of("storage_opt", "HostConfig.StorageOpt", c -> JsonObject.of(storage(c).options())));

  private StorageRows() {}

  private static ContainerStorage storage(Creation creation) {
    return creation.spec().storage();
  }

  private static Object tmpfs(ContainerStorage storage) {
    return new LinkedHashMap<>(storage.tmpfs());
  }

  /** Docker Compose drops the mode of {@code service:ro}; it is kept here. */
  private static List<String> volumesFrom(Creation creation) {
    return storage(creation).volumesFrom().stream()
        .map(from ->
            creation.text(from.source()).replaceFirst("^container:", "")
                + from.mode().map(mode -> ":" + mode).orElse(""))
        .toList();
  }
}
