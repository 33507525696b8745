package dev.fermata.planner.observed;

import java.util.Locale;

/** The engine's states of a container. */
public enum ContainerState {
  CREATED,
  RUNNING,
  PAUSED,
  RESTARTING,
  REMOVING,
  EXITED,
  DEAD;

  /** As the engine spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ContainerState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
