package dev.fermata.planner.request;

import dev.fermata.model.ServiceName;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the user asks of {@code restart}; without services, all of them. {@code followers} says
 * whether services that ask for it ({@code depends_on.X.restart}) are restarted along.
 */
public record RestartOptions(
    SortedSet<ServiceName> services,
    Followers followers,
    UpOptions.Gates gates,
    Optional<Duration> stopTimeout) {
  public static final RestartOptions DEFAULT =
      new RestartOptions(
          new TreeSet<>(), Followers.RESTART, UpOptions.Gates.READY, Optional.empty());

  /** What becomes of services that follow those named. */
  public enum Followers {
    RESTART,
    LEAVE
  }

  public RestartOptions {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }
}
