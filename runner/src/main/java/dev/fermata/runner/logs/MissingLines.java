package dev.fermata.runner.logs;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;

/** What the user is told where a container's lines cannot be had: the others' go on. */
final class MissingLines {
  private MissingLines() {}

  static Event.Notice of(String container, EngineException e) {
    if (e.kind() == Kind.NOT_SUPPORTED) {
      return new Event.Notice(
          "warning: no lines of `" + container + "` are shown: " + e.getMessage());
    }
    String message = e.getMessage();
    String why = message.contains(e.detail()) ? message : message + ": " + e.detail();
    return new Event.Notice("warning: lines of `" + container + "` may be missing: " + why);
  }
}
