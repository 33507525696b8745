package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.swarm;
import static dev.fermata.model.schema.shape.Scalars.DURATION;
import static dev.fermata.model.schema.shape.Scalars.TEXT;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import java.time.Duration;

/** How Swarm replaces and rolls back. */
final class RolloutTable {
  static final Table TABLE = Table.of("a rollout");

  static final Attribute<Long> PARALLELISM =
      TABLE.add(swarm("parallelism", Scalars.NATURAL).with(ZERO_COUNTS));
  static final Attribute<Duration> DELAY = TABLE.add(swarm("delay", DURATION));
  static final Attribute<String> FAILURE_ACTION = TABLE.add(swarm("failure_action", TEXT));
  static final Attribute<Duration> MONITOR = TABLE.add(swarm("monitor", DURATION));
  static final Attribute<Float> MAX_FAILURE_RATIO =
      TABLE.add(swarm("max_failure_ratio", Scalars.DECIMAL));
  static final Attribute<String> ORDER =
      TABLE.add(swarm("order", Scalars.word("start-first", "stop-first")));

  private RolloutTable() {}
}
