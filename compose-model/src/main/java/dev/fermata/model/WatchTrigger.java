package dev.fermata.model;

import java.util.List;
import java.util.Optional;

/**
 * What a change below {@code path}, which is absolute, does to a service. What syncs has a {@code
 * target}, its place in the container; {@code exec} is there for {@link Action#SYNC_AND_EXEC}.
 */
public record WatchTrigger(
    String path,
    Action action,
    Optional<String> target,
    List<String> include,
    List<String> ignore,
    boolean initialSync,
    Optional<Hook> exec) {

  /** What is done, by its word in the file. */
  public enum Action {
    SYNC("sync"),
    REBUILD("rebuild"),
    RESTART("restart"),
    SYNC_AND_RESTART("sync+restart"),
    SYNC_AND_EXEC("sync+exec");

    private final String word;

    Action(String word) {
      this.word = word;
    }

    public static Action of(String word) {
      for (Action action : values()) {
        if (action.word.equals(word)) {
          return action;
        }
      }
      throw new IllegalStateException("a bug: `" + word + "` is no action of a watch");
    }

    public boolean syncs() {
      return this == SYNC || this == SYNC_AND_RESTART || this == SYNC_AND_EXEC;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public WatchTrigger {
    include = List.copyOf(include);
    ignore = List.copyOf(ignore);
  }
}
