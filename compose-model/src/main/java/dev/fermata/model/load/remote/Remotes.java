package dev.fermata.model.load.remote;

import java.util.Optional;

/** Projects that lie elsewhere, brought here as files: the load's only way to them. */
public interface Remotes {

  /** For loads that know of this machine alone. */
  Remotes NONE = new NoRemotes();

  /** What a question about the outside world is answered with. */
  sealed interface Answer<T> {
    record Found<T>(T value) implements Answer<T> {}

    /** One sentence, as of a diagnostic, and what may be done. */
    record Refused<T>(String message, Optional<String> hint) implements Answer<T> {}
  }

  /** The commit or digest that a reference stands for right now. */
  Answer<String> pin(RemoteReference reference);

  /**
   * The folder with a project's files, brought here unless it is here already, as an absolute path
   * without links; {@code reference} is pinned.
   */
  Answer<String> fetch(RemoteReference reference);

  /** Where an absolute path leads with all links followed, as far as it is there. */
  String real(String path);
}
