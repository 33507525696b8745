package dev.fermata.cli.command.exec;

import dev.fermata.cli.session.Session;
import dev.fermata.cli.terminal.DetachKeys;
import java.util.Optional;

/**
 * By which keys a process with a terminal is left: those asked for, else those of the docker
 * client's settings. The engine is told in their own words; empty are its usual ones.
 */
record LeavingKeys(Optional<String> text, DetachKeys keys) {

  static LeavingKeys of(Session session, Optional<String> asked) {
    Optional<String> text = asked.or(() -> session.clientSetting("detachKeys"));
    Optional<DetachKeys> keys = text.flatMap(DetachKeys::of);
    if (text.isPresent() && keys.isEmpty()) {
      session
          .err()
          .println(
              "warning: `"
                  + text.get()
                  + "` are no keys to leave by, such as `ctrl-p,ctrl-q`, which are used instead");
    }
    return new LeavingKeys(keys.flatMap(known -> text), keys.orElse(DetachKeys.USUAL));
  }
}
