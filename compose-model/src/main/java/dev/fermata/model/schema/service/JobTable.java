package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** A container that runs to its end when somebody, or the clock, asks for it. */
public final class JobTable {
  public static final Table TABLE = Table.of("a job");

  public static final Attribute<List<String>> PROFILES =
      TABLE.add(ours("profiles", Shapes.texts().unique()));
  public static final Attribute<Mapping> TRIGGERS =
      TABLE.add(ours("triggers", TriggerTable.TABLE.shape()).with(REQUIRED));

  /** Docker Compose's schema does not know it; it resolves it before it looks there. */
  public static final Attribute<Mapping> EXTENDS = TABLE.add(ours("extends", ExtendsTable.base()));

  static {
    TABLE.addAll(ContainerTable.TABLE).addAll(WorkloadTable.TABLE);
  }

  private JobTable() {}

  /** Whether a job has the attribute in common with services. */
  public static boolean shares(String name) {
    return ContainerTable.has(name) || WorkloadTable.TABLE.attribute(name).isPresent();
  }
}
