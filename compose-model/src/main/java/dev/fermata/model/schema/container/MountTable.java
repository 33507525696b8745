package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ignored;
import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.ByteSize;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Numbers;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.schema.shape.ShortForm;
import dev.fermata.model.schema.shape.ShortSyntax;
import dev.fermata.model.tree.Mapping;
import java.util.SortedMap;

/** A mount in long form, and its parts by kind. */
public final class MountTable {
  private static final Table TABLE = Table.of("a volume of a service");
  private static final Table BIND = Table.of("`bind`");
  private static final Table VOLUME = Table.of("`volume`");
  private static final Table TMPFS = Table.of("`tmpfs`");
  private static final Table IMAGE = Table.of("`image`");

  public static final Attribute<String> SELINUX =
      BIND.add(mapped("selinux", Scalars.word("z", "Z")));
  public static final Attribute<String> PROPAGATION = BIND.add(mapped("propagation", Scalars.TEXT));
  public static final Attribute<Boolean> CREATE_HOST_PATH =
      BIND.add(mapped("create_host_path", Scalars.FLAG_ON).otherwise(Shapes.defaultFlag(true)));
  public static final Attribute<String> RECURSIVE =
      BIND.add(mapped("recursive", Scalars.word("enabled", "disabled", "writable", "readonly")));

  public static final Attribute<SortedMap<String, String>> LABELS =
      VOLUME.add(mapped("labels", Shapes.labels()));
  public static final Attribute<Boolean> NOCOPY = VOLUME.add(mapped("nocopy", Scalars.FLAG));
  public static final Attribute<String> VOLUME_SUBPATH =
      VOLUME.add(mapped("subpath", Scalars.TEXT));

  public static final Attribute<ByteSize> TMPFS_SIZE =
      TMPFS.add(mapped("size", Scalars.BYTES.parsedBy("a size", Numbers::size)));
  public static final Attribute<Long> TMPFS_MODE =
      TMPFS.add(mapped("mode", Scalars.integer(0, 4_294_967_295L)));

  public static final Attribute<String> IMAGE_SUBPATH = IMAGE.add(mapped("subpath", Scalars.TEXT));

  public static final Attribute<String> TYPE =
      TABLE.add(
          mapped("type", Scalars.word("bind", "volume", "tmpfs", "cluster", "npipe", "image"))
              .with(REQUIRED));
  public static final Attribute<String> SOURCE =
      TABLE.add(mapped("source", Scalars.TEXT).path(PathRule.BIND_SOURCE));
  public static final Attribute<String> TARGET =
      TABLE.add(mapped("target", Scalars.TEXT).with(REQUIRED));
  public static final Attribute<Boolean> READ_ONLY = TABLE.add(mapped("read_only", Scalars.FLAG));
  public static final Attribute<String> CONSISTENCY =
      TABLE.add(ignored("consistency", Scalars.TEXT));
  public static final Attribute<Mapping> OF_BIND = TABLE.add(mapped("bind", BIND.shape()));
  public static final Attribute<Mapping> OF_VOLUME = TABLE.add(mapped("volume", VOLUME.shape()));
  public static final Attribute<Mapping> OF_TMPFS = TABLE.add(mapped("tmpfs", TMPFS.shape()));
  public static final Attribute<Mapping> OF_IMAGE = TABLE.add(mapped("image", IMAGE.shape()));

  private MountTable() {}

  static Shape<Mapping> mount() {
    return new ShortForm<>(TABLE.shape(), "a text or a mapping", ShortSyntax::volume);
  }
}
