package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.DURATION;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.EitherShape;
import dev.fermata.model.schema.shape.ExtensionShape;
import dev.fermata.model.tree.Node;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** When a service is ready: {@code x-ready}. */
public final class ReadyTable {
  private static final Table TABLE = Table.withoutExtensions("`x-ready`");

  public static final Attribute<List<Node>> ALL;
  public static final Attribute<List<Node>> ANY;
  public static final Attribute<Duration> INTERVAL;
  public static final Attribute<Duration> TIMEOUT;
  public static final Attribute<Duration> STABLE_FOR;

  static {
    TABLE.addAll(ReadyCheckTable.TABLE);
    ALL = TABLE.add(ours("all", ReadyCheckTable.several()));
    ANY = TABLE.add(ours("any", ReadyCheckTable.several()));
    INTERVAL = TABLE.add(ours("interval", DURATION));
    TIMEOUT = TABLE.add(ours("timeout", DURATION));
    STABLE_FOR = TABLE.add(ours("stable_for", DURATION));
    TABLE.needsOneOf(
        Stream.concat(Arrays.stream(ReadyCheckTable.kinds()), Stream.of(ALL, ANY))
            .toArray(Attribute<?>[]::new));
  }

  private ReadyTable() {}

  /** The name of a server whose protocol is known, or what to ask. */
  public static Shape<Node> shape() {
    return new ExtensionShape<>(new EitherShape(ReadyCheckTable.server(), TABLE.shape()));
  }
}
