package dev.fermata.runner.docker.create;

import dev.fermata.model.Resources.BlockIo;
import dev.fermata.model.Resources.PerDevice;
import dev.fermata.runner.docker.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** {@code blkio_config}, which the engine has as six fields. */
final class BlockIoRows {
  static final List<Row> ROWS =
      List.of(
          row("BlkioWeight", BlockIo::weight),
          row("BlkioWeightDevice", it -> each("Weight", it.weights())),
          row("BlkioDeviceReadBps", it -> each("Rate", it.readBytes())),
          row("BlkioDeviceWriteBps", it -> each("Rate", it.writeBytes())),
          row("BlkioDeviceReadIOps", it -> each("Rate", it.readOperations())),
          row("BlkioDeviceWriteIOps", it -> each("Rate", it.writeOperations())));

  private BlockIoRows() {}

  private static Row row(String field, Function<BlockIo, Object> value) {
    return Row.of(
        "blkio_config",
        "HostConfig." + field,
        creation -> creation.spec().resources().blockIo().map(value).orElse(List.of()));
  }

  private static List<JsonObject> each(String field, List<PerDevice> devices) {
    return devices.stream()
        .map(device -> new JsonObject().put("Path", device.path()).put(field, device.value()))
        .toList();
  }
}
