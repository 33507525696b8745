package dev.fermata.cli.command.image;

import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.Elapsed;
import dev.fermata.runner.RegistryDigests;
import dev.fermata.runner.time.Time;

/** What registries serve, with a word to the user where he has to wait for one. */
final class ServedDigests {
  private ServedDigests() {}

  static RegistryDigests of(Session session) {
    return new RegistryDigests(
        session.engine(),
        Time.SYSTEM,
        (busy, wait) ->
            session
                .err()
                .println(
                    "note: %s; asked again in %s"
                        .formatted(busy.getMessage(), Elapsed.text(wait))));
  }
}
