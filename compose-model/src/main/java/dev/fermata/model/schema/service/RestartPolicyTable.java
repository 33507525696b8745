package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.ignored;
import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import java.time.Duration;

/** When {@code deploy} wants a container restarted. */
public final class RestartPolicyTable {
  static final Table TABLE = Table.of("`restart_policy`");

  public static final Attribute<String> CONDITION = TABLE.add(mapped("condition", Scalars.TEXT));
  public static final Attribute<Duration> DELAY =
      TABLE.add(ignored("delay", Scalars.DURATION).with(ZERO_COUNTS));
  public static final Attribute<Long> MAX_ATTEMPTS =
      TABLE.add(mapped("max_attempts", Scalars.NATURAL).with(ZERO_COUNTS));
  public static final Attribute<Duration> WINDOW =
      TABLE.add(ignored("window", Scalars.DURATION).with(ZERO_COUNTS));

  private RestartPolicyTable() {}
}
