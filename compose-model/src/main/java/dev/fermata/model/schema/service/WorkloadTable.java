package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_DIGEST;
import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_HASH;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.ItemKeys;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.SortedMap;

/** What makes a container part of a whole: its build, dependencies, ports and health. */
public final class WorkloadTable {
  static final Table TABLE = Table.of("a service");

  public static final Attribute<Mapping> BUILD =
      TABLE.add(
          ours("build", BuildTable.build()).with(NOT_IN_DIGEST, NOT_IN_HASH).path(PathRule.BUILD));
  public static final Attribute<SortedMap<String, Mapping>> DEPENDS_ON =
      TABLE.add(
          ours("depends_on", DependencyTable.dependencies()).with(NOT_IN_DIGEST, NOT_IN_HASH));
  public static final Attribute<List<String>> EXPOSE =
      TABLE.add(
          mapped("expose", Shapes.listOf(Scalars.TEXT_OR_INTEGER).uniqueBy(ItemKeys.VALUE))
              .hashedAfter("env_file"));
  public static final Attribute<Mapping> HEALTHCHECK =
      TABLE.add(mapped("healthcheck", HealthTable.TABLE.shape()).hashedAfter("hostname"));
  public static final Attribute<List<Mapping>> PORTS =
      TABLE.add(mapped("ports", PortTable.ports()).hashedAfter("platform"));
  public static final Attribute<Boolean> STDIN_OPEN =
      TABLE.add(mapped("stdin_open", Scalars.FLAG).hashedAfter("shm_size"));
  public static final Attribute<Boolean> TTY =
      TABLE.add(mapped("tty", Scalars.FLAG).hashedAfter("tmpfs"));

  private WorkloadTable() {}
}
