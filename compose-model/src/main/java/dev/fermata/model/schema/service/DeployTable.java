package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.EMPTY_IF_ABSENT;
import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_DIGEST;
import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_HASH;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.attribute.Rows.swarm;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.SortedMap;

/** How many, and with what resources; the rest is for Swarm. */
public final class DeployTable {
  static final Table TABLE = Table.of("`deploy`");

  public static final Attribute<String> MODE = TABLE.add(swarm("mode", TEXT));
  public static final Attribute<Long> REPLICAS =
      TABLE.add(
          ours("replicas", Scalars.INTEGER_NUMBER).with(ZERO_COUNTS, NOT_IN_DIGEST, NOT_IN_HASH));
  public static final Attribute<SortedMap<String, String>> LABELS =
      TABLE.add(swarm("labels", Shapes.labels()));
  public static final Attribute<Mapping> UPDATE_CONFIG =
      TABLE.add(swarm("update_config", RolloutTable.TABLE.shape()));
  public static final Attribute<Mapping> ROLLBACK_CONFIG =
      TABLE.add(swarm("rollback_config", RolloutTable.TABLE.shape()));
  public static final Attribute<Mapping> RESOURCES =
      TABLE.add(mapped("resources", ResourcesTable.TABLE.shape()).with(EMPTY_IF_ABSENT));
  public static final Attribute<Mapping> RESTART_POLICY =
      TABLE.add(mapped("restart_policy", RestartPolicyTable.TABLE.shape()));
  public static final Attribute<Mapping> PLACEMENT =
      TABLE.add(swarm("placement", PlacementTable.TABLE.shape()).with(EMPTY_IF_ABSENT));
  public static final Attribute<String> ENDPOINT_MODE = TABLE.add(swarm("endpoint_mode", TEXT));

  private DeployTable() {}
}
