package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.shape.Scalars.DURATION;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import java.time.Duration;
import java.util.List;

/** A healthcheck. */
public final class HealthTable {
  static final Table TABLE = Table.of("a healthcheck");

  public static final Attribute<List<String>> TEST = TABLE.add(mapped("test", Shapes.test()));
  public static final Attribute<Duration> TIMEOUT =
      TABLE.add(mapped("timeout", DURATION).with(ZERO_COUNTS));
  public static final Attribute<Duration> INTERVAL =
      TABLE.add(mapped("interval", DURATION).with(ZERO_COUNTS));
  public static final Attribute<Long> RETRIES =
      TABLE.add(mapped("retries", Scalars.NATURAL).with(ZERO_COUNTS));
  public static final Attribute<Duration> START_PERIOD =
      TABLE.add(mapped("start_period", DURATION).with(ZERO_COUNTS));
  public static final Attribute<Duration> START_INTERVAL =
      TABLE.add(mapped("start_interval", DURATION).with(ZERO_COUNTS));
  public static final Attribute<Boolean> DISABLE = TABLE.add(mapped("disable", Scalars.FLAG));

  private HealthTable() {}
}
