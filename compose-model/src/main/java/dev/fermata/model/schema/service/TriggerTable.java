package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.notRun;
import static dev.fermata.model.schema.attribute.Rows.ours;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** What makes a job run. */
public final class TriggerTable {
  static final Table TABLE = Table.of("`triggers`");
  private static final Table SCHEDULED = Table.of("a schedule");

  public static final Attribute<String> CRON =
      SCHEDULED.add(notRun("cron", Scalars.TEXT).with(REQUIRED));
  public static final Attribute<String> TIMEZONE = SCHEDULED.add(notRun("timezone", Scalars.TEXT));
  public static final Attribute<String> CONCURRENCY =
      SCHEDULED.add(notRun("concurrency", Scalars.word("forbid", "queue")));
  public static final Attribute<String> MISSED_FIRES =
      SCHEDULED.add(notRun("missed_fires", Scalars.word("one", "skip")));

  public static final Attribute<Boolean> MANUAL =
      TABLE.add(ours("manual", Scalars.FLAG).with(ZERO_COUNTS));
  public static final Attribute<List<Mapping>> SCHEDULE =
      TABLE.add(notRun("schedule", Shapes.listOf(Shapes.textFor("cron", SCHEDULED.shape()))));

  static {
    TABLE.needsOneOf(MANUAL, SCHEDULE);
  }

  private TriggerTable() {}
}
