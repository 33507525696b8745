package dev.fermata.planner.observed;

import java.util.Locale;

/** The state of a container, as the engine tells it; an engine may have states of its own. */
public sealed interface ContainerState {
  ContainerState CREATED = Standard.CREATED;
  ContainerState RUNNING = Standard.RUNNING;
  ContainerState PAUSED = Standard.PAUSED;
  ContainerState RESTARTING = Standard.RESTARTING;
  ContainerState REMOVING = Standard.REMOVING;
  ContainerState EXITED = Standard.EXITED;
  ContainerState DEAD = Standard.DEAD;

  /** As the engine spells it. */
  String text();

  /** Whether it has a process, or may have one. */
  boolean mayRun();

  /** Whether it can be started, as far as we know: an engine leaves alone what runs already. */
  boolean mayStart();

  /** The states that Docker's API defines. */
  enum Standard implements ContainerState {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    REMOVING,
    EXITED,
    DEAD;

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean mayRun() {
      return switch (this) {
        case RUNNING, PAUSED, RESTARTING -> true;
        case CREATED, REMOVING, EXITED, DEAD -> false;
      };
    }

    @Override
    public boolean mayStart() {
      return switch (this) {
        case CREATED, EXITED -> true;
        case RUNNING, PAUSED, RESTARTING, REMOVING, DEAD -> false;
      };
    }
  }

  /**
   * One that the API does not define, such as Podman's {@code stopping}; {@code unknown} where the
   * engine says nothing.
   */
  record Unknown(String text) implements ContainerState {
    @Override
    public boolean mayRun() {
      return true;
    }

    @Override
    public boolean mayStart() {
      return true;
    }
  }

  static ContainerState of(String text) {
    for (Standard state : Standard.values()) {
      if (state.text().equalsIgnoreCase(text)) {
        return state;
      }
    }
    return new Unknown(text.isBlank() ? "unknown" : text);
  }
}
