package dev.fermata.sources.registry;

import dev.fermata.sources.cache.UnreachableProject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Asks once more what a busy registry has not answered; each attempt is whole. */
record Attempts(RegistryFailures failures, Patience patience) {

  interface Attempt<T> {
    T make() throws IOException, UnreachableProject;
  }

  <T> T of(Attempt<T> attempt) throws UnreachableProject {
    for (int failed = 0; ; failed++) {
      try {
        return attempt.make();
      } catch (IOException e) {
        await(failures.busy(e), failed);
      }
    }
  }

  private void await(BusyRegistry busy, int failed) throws UnreachableProject {
    Optional<Duration> wait = patience.wait(busy, failed);
    if (wait.isEmpty()) {
      throw failures.stillBusy(busy, failed + 1, patience);
    }
    try {
      patience.take(busy, wait.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.stillBusy(busy, failed + 1, patience);
    }
  }
}
