package dev.fermata.model.schema;

import static dev.fermata.model.schema.ExternalAttribute.resource;
import static dev.fermata.model.schema.attribute.Attribute.Trait.EMPTY_IF_ABSENT;
import static dev.fermata.model.schema.attribute.Attribute.Trait.INCLUDED;
import static dev.fermata.model.schema.attribute.Attribute.Trait.UNPRINTED;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Shapes.named;

import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.JobTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The top level of a Compose file. */
public final class ProjectTable {
  static final Table TABLE = Table.printingExtensions("a Compose file");

  static final Attribute<String> VERSION = TABLE.add(ours("version", Scalars.TEXT).with(UNPRINTED));
  public static final Attribute<String> NAME = TABLE.add(ours("name", Scalars.TEXT));
  public static final Attribute<List<Node>> INCLUDE =
      TABLE.add(ours("include", Shapes.listOf(IncludeTable.ENTRY)).with(UNPRINTED));
  public static final Attribute<SortedMap<String, Mapping>> SERVICES =
      TABLE.add(
          ours("services", named(ServiceTable.TABLE.shape())).with(INCLUDED, EMPTY_IF_ABSENT));
  public static final Attribute<SortedMap<String, Mapping>> JOBS =
      TABLE.add(ours("jobs", named(JobTable.TABLE.shape())).with(INCLUDED));
  public static final Attribute<SortedMap<String, Mapping>> NETWORKS =
      TABLE.add(
          ours("networks", named(resource(NetworkTable.TABLE.shape().nullIsEmpty())))
              .with(INCLUDED));
  public static final Attribute<SortedMap<String, Mapping>> VOLUMES =
      TABLE.add(
          ours("volumes", named(resource(VolumeTable.TABLE.shape().nullIsEmpty()))).with(INCLUDED));
  public static final Attribute<SortedMap<String, Mapping>> SECRETS =
      TABLE.add(ours("secrets", named(resource(SecretTables.SECRET.shape()))).with(INCLUDED));
  public static final Attribute<SortedMap<String, Mapping>> CONFIGS =
      TABLE.add(ours("configs", named(resource(SecretTables.CONFIG.shape()))).with(INCLUDED));
  public static final Attribute<SortedMap<String, Mapping>> MODELS =
      TABLE.add(ours("models", named(ModelTable.TABLE.shape())).with(INCLUDED));

  /** The sections whose entries are containers. */
  public static final List<Attribute<?>> WORKLOADS = List.of(SERVICES, JOBS);

  /** The sections whose entries have a name of their own on the engine. */
  public static final List<Attribute<?>> RESOURCES = List.of(NETWORKS, VOLUMES, CONFIGS, SECRETS);

  private static final List<Attribute<?>> SIGNS_OF_A_SERVICE =
      List.of(ContainerTable.IMAGE, WorkloadTable.BUILD, ServiceTable.EXTENDS);

  static {
    TABLE.explaining(ProjectTable::misplacedService);
  }

  private ProjectTable() {}

  /** The sections of an included document, without what is about the file itself. */
  public static Mapping included(Mapping document) {
    var kept = new LinkedHashMap<>(document.entries());
    kept.keySet().removeIf(key -> TABLE.attribute(key).filter(row -> row.is(INCLUDED)).isEmpty());
    return document.withEntries(kept);
  }

  /** Files for Docker Compose 1 have services at the top level; others do by a slip. */
  private static Optional<Message> misplacedService(String key, Node value) {
    boolean isService =
        value instanceof Mapping mapping
            && SIGNS_OF_A_SERVICE.stream().anyMatch(sign -> sign.nodeIn(mapping).isPresent());
    return isService
        ? Optional.of(
            Message.of("`%s` looks like a service: indent it under `services:`", Quote.name(key)))
        : Optional.empty();
  }
}
