package dev.fermata.model.schema;

import static dev.fermata.model.schema.attribute.Attribute.Trait.EMPTY_IF_ABSENT;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.FLAG;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.PoolsShape;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.SortedMap;

/** Networks of a project. */
public final class NetworkTable {
  static final Table TABLE = Table.of("a network");
  private static final Table IPAM_TABLE = Table.of("`ipam`");
  private static final Table POOL = Table.of("an address pool");

  public static final Attribute<String> SUBNET = POOL.add(mapped("subnet", TEXT));
  public static final Attribute<String> GATEWAY = POOL.add(mapped("gateway", TEXT));
  public static final Attribute<String> IP_RANGE = POOL.add(mapped("ip_range", TEXT));
  public static final Attribute<SortedMap<String, String>> AUX_ADDRESSES =
      POOL.add(mapped("aux_addresses", Shapes.mapOf(TEXT)));

  public static final Attribute<String> IPAM_DRIVER = IPAM_TABLE.add(mapped("driver", TEXT));
  public static final Attribute<List<Mapping>> IPAM_CONFIG =
      IPAM_TABLE.add(mapped("config", new PoolsShape(Shapes.listOf(POOL.shape()))));
  public static final Attribute<SortedMap<String, String>> IPAM_OPTIONS =
      IPAM_TABLE.add(mapped("options", Shapes.mapOf(TEXT)));

  public static final Attribute<String> NAME = TABLE.add(mapped("name", TEXT));
  public static final Attribute<String> DRIVER = TABLE.add(mapped("driver", TEXT));
  public static final Attribute<SortedMap<String, String>> DRIVER_OPTS =
      TABLE.add(mapped("driver_opts", Shapes.options()));
  public static final Attribute<Mapping> IPAM =
      TABLE.add(mapped("ipam", IPAM_TABLE.shape()).with(EMPTY_IF_ABSENT));
  public static final Attribute<Boolean> EXTERNAL =
      TABLE.add(ours("external", ExternalAttribute.FLAG));
  public static final Attribute<Boolean> INTERNAL = TABLE.add(mapped("internal", FLAG));
  public static final Attribute<Boolean> ATTACHABLE = TABLE.add(mapped("attachable", FLAG));
  public static final Attribute<SortedMap<String, String>> LABELS =
      TABLE.add(mapped("labels", Shapes.labels()));
  public static final Attribute<Boolean> ENABLE_IPV4 =
      TABLE.add(mapped("enable_ipv4", FLAG).with(ZERO_COUNTS));
  public static final Attribute<Boolean> ENABLE_IPV6 =
      TABLE.add(mapped("enable_ipv6", FLAG).with(ZERO_COUNTS));

  private NetworkTable() {}
}
