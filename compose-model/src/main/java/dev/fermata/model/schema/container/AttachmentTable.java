package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import java.util.List;
import java.util.SortedMap;

/** A service on a network. */
public final class AttachmentTable {
  static final Table TABLE = Table.of("a network of a service");

  public static final Attribute<List<String>> ALIASES =
      TABLE.add(mapped("aliases", Shapes.texts().unique()));
  public static final Attribute<SortedMap<String, String>> DRIVER_OPTS =
      TABLE.add(mapped("driver_opts", Shapes.options()));
  public static final Attribute<Long> GW_PRIORITY =
      TABLE.add(mapped("gw_priority", Scalars.PLAIN_NUMBER));
  public static final Attribute<String> INTERFACE_NAME =
      TABLE.add(mapped("interface_name", Scalars.TEXT));
  public static final Attribute<String> IPV4_ADDRESS =
      TABLE.add(mapped("ipv4_address", Scalars.TEXT));
  public static final Attribute<String> IPV6_ADDRESS =
      TABLE.add(mapped("ipv6_address", Scalars.TEXT));
  public static final Attribute<List<String>> LINK_LOCAL_IPS =
      TABLE.add(mapped("link_local_ips", Shapes.texts().unique()));
  public static final Attribute<String> MAC_ADDRESS =
      TABLE.add(mapped("mac_address", Scalars.TEXT));
  public static final Attribute<Long> PRIORITY =
      TABLE.add(mapped("priority", Scalars.PLAIN_NUMBER));
  public static final Attribute<Boolean> USE_SERVICE_NAME_ALIAS =
      TABLE.add(mapped("use_service_name_alias", Scalars.FLAG).with(ZERO_COUNTS));

  private AttachmentTable() {}
}
