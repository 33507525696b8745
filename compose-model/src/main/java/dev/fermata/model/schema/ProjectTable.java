package dev.fermata.model.schema;

import static dev.fermata.model.schema.Attribute.Trait.EMPTY_IF_ABSENT;
import static dev.fermata.model.schema.Attribute.Trait.UNPRINTED;
import static dev.fermata.model.schema.ResourceTables.resource;
import static dev.fermata.model.schema.Rows.notRun;
import static dev.fermata.model.schema.Rows.notYet;
import static dev.fermata.model.schema.Rows.ours;
import static dev.fermata.model.schema.Shapes.named;

import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.List;
import java.util.SortedMap;

/** The top level of a Compose file. */
public final class ProjectTable {
  static final Table TABLE = Table.printingExtensions("a Compose file");

  static final Attribute<String> VERSION = TABLE.add(ours("version", Scalars.TEXT).with(UNPRINTED));
  public static final Attribute<String> NAME = TABLE.add(ours("name", Scalars.TEXT));
  static final Attribute<List<Node>> INCLUDE =
      TABLE.add(ours("include", Shapes.listOf(IncludeTable.ENTRY)).with(UNPRINTED));
  public static final Attribute<SortedMap<String, Mapping>> SERVICES =
      TABLE.add(ours("services", named(ServiceTable.TABLE.shape())).with(EMPTY_IF_ABSENT));
  public static final Attribute<SortedMap<String, Mapping>> JOBS =
      TABLE.add(notRun("jobs", named(JobTable.TABLE.shape())));
  public static final Attribute<SortedMap<String, Mapping>> NETWORKS =
      TABLE.add(ours("networks", named(resource(NetworkTable.TABLE.shape().nullIsEmpty()))));
  public static final Attribute<SortedMap<String, Mapping>> VOLUMES =
      TABLE.add(ours("volumes", named(resource(ResourceTables.VOLUME.shape().nullIsEmpty()))));
  public static final Attribute<SortedMap<String, Mapping>> SECRETS =
      TABLE.add(ours("secrets", named(resource(ResourceTables.SECRET.shape()))));
  public static final Attribute<SortedMap<String, Mapping>> CONFIGS =
      TABLE.add(ours("configs", named(resource(ResourceTables.CONFIG.shape()))));
  public static final Attribute<SortedMap<String, Mapping>> MODELS =
      TABLE.add(notYet("models", named(ResourceTables.MODEL.shape())));

  /** The sections whose entries are containers. */
  public static final List<Attribute<?>> WORKLOADS = List.of(SERVICES, JOBS);

  private ProjectTable() {}
}
