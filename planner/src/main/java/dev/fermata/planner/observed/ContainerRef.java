package dev.fermata.planner.observed;

import java.util.Optional;

/** A container by the name that we chose; the id only where it was observed. */
public record ContainerRef(String name, Optional<String> id) {
  public static ContainerRef named(String name) {
    return new ContainerRef(name, Optional.empty());
  }

  /** What to call it towards the engine. */
  public String handle() {
    return id.orElse(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
