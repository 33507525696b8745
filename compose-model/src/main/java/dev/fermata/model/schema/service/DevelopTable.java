package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.EMPTY_IF_ABSENT;
import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** What {@code watch} does. */
public final class DevelopTable {
  static final Table TABLE = Table.of("`develop`");
  private static final Table TRIGGER = Table.of("a `watch`");

  public static final Attribute<String> PATH =
      TRIGGER.add(ours("path", Scalars.TEXT).with(REQUIRED, ZERO_COUNTS).path(PathRule.FILE));
  public static final Attribute<String> ACTION =
      TRIGGER.add(
          ours("action", Scalars.word("rebuild", "sync", "restart", "sync+restart", "sync+exec"))
              .with(REQUIRED));
  public static final Attribute<String> TARGET = TRIGGER.add(ours("target", Scalars.TEXT));
  public static final Attribute<Mapping> EXEC =
      TRIGGER.add(ours("exec", HookTable.TABLE.shape()).with(EMPTY_IF_ABSENT));
  public static final Attribute<List<String>> INCLUDE =
      TRIGGER.add(ours("include", Shapes.oneOrMore(Shapes.texts().distinct())));
  public static final Attribute<List<String>> IGNORE =
      TRIGGER.add(ours("ignore", Shapes.oneOrMore(Shapes.texts().distinct())));
  public static final Attribute<Boolean> INITIAL_SYNC =
      TRIGGER.add(ours("initial_sync", Scalars.STRICT_FLAG));

  public static final Attribute<List<Mapping>> WATCH =
      TABLE.add(ours("watch", Shapes.listOf(TRIGGER.shape())));

  static {
    TRIGGER.formerly("x-initialSync", INITIAL_SYNC);
  }

  private DevelopTable() {}
}
