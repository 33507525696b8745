package dev.fermata.planner.observed;

import java.util.Optional;

/**
 * What there is to build with. {@code named} is the builder of {@code docker buildx} that the
 * environment names.
 */
public record Builders(BuildKit buildKit, Use use, Buildx buildx, Optional<String> named) {
  public static final Builders USUAL =
      new Builders(BuildKit.OF_24, Use.USUAL, Buildx.ABSENT, Optional.empty());

  /** The BuildKit of an engine, by the engine that had one that does as much first. */
  public enum BuildKit {
    ABSENT("none"),
    OF_20_10("20.10"),
    OF_23("23"),
    OF_24("24");

    private final String engine;

    BuildKit(String engine) {
      this.engine = engine;
    }

    /** The version of the engine. */
    public String engine() {
      return engine;
    }

    public boolean isBefore(BuildKit other) {
      return compareTo(other) < 0;
    }
  }

  /** Whether the environment forbids BuildKit. */
  public enum Use {
    USUAL,
    SWITCHED_OFF
  }

  /** The docker client's plugin. */
  public enum Buildx {
    INSTALLED,
    ABSENT
  }
}
