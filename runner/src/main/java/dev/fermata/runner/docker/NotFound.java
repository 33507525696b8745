package dev.fermata.runner.docker;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;

/** That what a call is about is not there. */
final class NotFound {
  private NotFound() {}

  static boolean isTold(EngineException e) {
    return e.kind() == Kind.NOT_FOUND || e.kind() == Kind.IMAGE_NOT_FOUND;
  }

  /** For a removal, which has nothing to do then. */
  static void isFine(Runnable removal) {
    try {
      removal.run();
    } catch (EngineException e) {
      if (!isTold(e)) {
        throw e;
      }
    }
  }
}
