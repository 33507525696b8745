package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.CAPITAL_IN_HASH;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.shape.Shapes.listOf;

import dev.fermata.model.ByteSize;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** Weights and limits of block devices. */
public final class BlkioTable {
  static final Table TABLE = Table.withoutExtensions("`blkio_config`");
  private static final Table WEIGHT = Table.withoutExtensions("a weight of a device");
  private static final Table LIMIT = Table.withoutExtensions("a limit of a device");

  public static final Attribute<String> WEIGHT_PATH =
      WEIGHT.add(mapped("path", Scalars.TEXT).with(CAPITAL_IN_HASH, ZERO_COUNTS));
  public static final Attribute<Long> WEIGHT_WEIGHT =
      WEIGHT.add(mapped("weight", Scalars.integer(0, 65_535)).with(CAPITAL_IN_HASH, ZERO_COUNTS));

  public static final Attribute<String> LIMIT_PATH =
      LIMIT.add(mapped("path", Scalars.TEXT).with(CAPITAL_IN_HASH, ZERO_COUNTS));
  public static final Attribute<ByteSize> LIMIT_RATE =
      LIMIT.add(mapped("rate", Scalars.WHOLE_BYTES).with(CAPITAL_IN_HASH, ZERO_COUNTS));

  public static final Attribute<Long> BLKIO_WEIGHT =
      TABLE.add(mapped("weight", Scalars.integer(0, 65_535)));
  public static final Attribute<List<Mapping>> WEIGHT_DEVICE =
      TABLE.add(mapped("weight_device", listOf(WEIGHT.shape())));
  public static final Attribute<List<Mapping>> DEVICE_READ_BPS =
      TABLE.add(mapped("device_read_bps", listOf(LIMIT.shape())));
  public static final Attribute<List<Mapping>> DEVICE_READ_IOPS =
      TABLE.add(mapped("device_read_iops", listOf(LIMIT.shape())));
  public static final Attribute<List<Mapping>> DEVICE_WRITE_BPS =
      TABLE.add(mapped("device_write_bps", listOf(LIMIT.shape())));
  public static final Attribute<List<Mapping>> DEVICE_WRITE_IOPS =
      TABLE.add(mapped("device_write_iops", listOf(LIMIT.shape())));

  private BlkioTable() {}
}
