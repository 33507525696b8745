package dev.fermata.model.load.bind;

import dev.fermata.model.ByteSize;
import dev.fermata.model.Resources.BlockIo;
import dev.fermata.model.Resources.PerDevice;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.BlkioTable;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** Binds {@code blkio_config}. */
final class BlockIoBinder {
  private BlockIoBinder() {}

  static BlockIo blockIo(Mapping config) {
    return new BlockIo(
        BlkioTable.BLKIO_WEIGHT.in(config),
        BlkioTable.WEIGHT_DEVICE.in(config).orElse(List.of()).stream()
            .map(BlockIoBinder::weight)
            .toList(),
        limits(BlkioTable.DEVICE_READ_BPS, config),
        limits(BlkioTable.DEVICE_WRITE_BPS, config),
        limits(BlkioTable.DEVICE_READ_IOPS, config),
        limits(BlkioTable.DEVICE_WRITE_IOPS, config));
  }

  private static PerDevice weight(Mapping weight) {
    return new PerDevice(
        BlkioTable.WEIGHT_PATH.in(weight).orElse(""),
        BlkioTable.WEIGHT_WEIGHT.in(weight).orElse(0L));
  }

  private static List<PerDevice> limits(Attribute<List<Mapping>> attribute, Mapping config) {
    return attribute.in(config).orElse(List.of()).stream().map(BlockIoBinder::limit).toList();
  }

  private static PerDevice limit(Mapping limit) {
    return new PerDevice(
        BlkioTable.LIMIT_PATH.in(limit).orElse(""),
        BlkioTable.LIMIT_RATE.in(limit).map(ByteSize::bytes).orElse(0L));
  }
}
