package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_DIGEST;
import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_HASH;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Shapes.listOf;
import static dev.fermata.model.schema.shape.Shapes.texts;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.List;
import java.util.regex.Pattern;

/** What only a service has; the rest of it stands in the tables of containers and workloads. */
public final class ServiceTable {
  public static final Table TABLE = Table.of("a service");

  private static final Pattern CONTAINER_NAMES = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

  public static final Attribute<List<String>> PROFILES =
      TABLE.add(ours("profiles", texts().unique()).with(NOT_IN_DIGEST, NOT_IN_HASH));
  public static final Attribute<Mapping> DEPLOY =
      TABLE.add(ours("deploy", DeployTable.TABLE.shape().orNull()).hashedAfter("credential_spec"));
  public static final Attribute<Mapping> DEVELOP =
      TABLE.add(
          ours("develop", DevelopTable.TABLE.shape().orNull())
              .with(NOT_IN_DIGEST)
              .hashedAfter("attach"));
  public static final Attribute<String> RESTART =
      TABLE.add(mapped("restart", Scalars.TEXT).hashedAfter("read_only"));
  public static final Attribute<Long> SCALE =
      TABLE.add(
          ours("scale", Scalars.INTEGER_NUMBER).with(ZERO_COUNTS, NOT_IN_DIGEST, NOT_IN_HASH));
  public static final Attribute<Boolean> ATTACH =
      TABLE.add(
          ours("attach", Scalars.FLAG).with(ZERO_COUNTS, NOT_IN_DIGEST).hashedAfter("annotations"));
  public static final Attribute<String> CONTAINER_NAME =
      TABLE.add(
          mapped(
                  "container_name",
                  Scalars.matching(
                      CONTAINER_NAMES,
                      "a container name: two characters or more of letters, digits, `_`, `.` and `-` make one, a letter or digit first"))
              .hashedAfter("configs"));
  public static final Attribute<Mapping> PROVIDER =
      TABLE.add(ours("provider", ProviderTable.TABLE.shape()).hashedAfter("entrypoint"));
  public static final Attribute<Mapping> EXTENDS =
      TABLE.add(ours("extends", ExtendsTable.base()).hashedAfter("expose"));
  public static final Attribute<List<String>> EXTERNAL_LINKS =
      TABLE.add(mapped("external_links", texts().distinct()).hashedAfter("extends"));
  public static final Attribute<List<String>> LINKS =
      TABLE.add(mapped("links", texts().unique()).hashedAfter("label_file"));
  public static final Attribute<List<Mapping>> PRE_START =
      TABLE.add(ours("pre_start", listOf(PreStartTable.TABLE.shape())).hashedAfter("working_dir"));
  public static final Attribute<List<Mapping>> POST_START =
      TABLE.add(ours("post_start", listOf(HookTable.TABLE.shape())).hashedAfter("pre_start"));
  public static final Attribute<List<Mapping>> PRE_STOP =
      TABLE.add(
          ours("pre_stop", listOf(HookTable.TABLE.shape()))
              .with(NOT_IN_DIGEST)
              .hashedAfter("post_start"));

  /** Ours, which Docker Compose takes for an extension of the user's. */
  public static final Attribute<Node> READY =
      TABLE.add(ours("x-ready", ReadyTable.shape()).with(NOT_IN_DIGEST, NOT_IN_HASH));

  static {
    TABLE.addAll(ContainerTable.TABLE).addAll(WorkloadTable.TABLE);
    TABLE
        .formerly("x-develop", DEVELOP)
        .replaced("net", "attribute `network_mode`")
        .replaced("log_driver", "`driver` under `logging`")
        .replaced("log_opt", "`options` under `logging`")
        .replaced("volume_driver", "`driver` of a volume, under the top-level `volumes`");
  }

  private ServiceTable() {}

  /** All rows of a service, in the order in which Docker Compose prints them. */
  public static Table rows() {
    return TABLE;
  }
}
