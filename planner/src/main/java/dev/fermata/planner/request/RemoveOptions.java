package dev.fermata.planner.request;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.spec.AnonymousVolumes;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the user asks of {@code rm}; without services, all of them. */
public record RemoveOptions(
    SortedSet<ServiceName> services,
    Running running,
    AnonymousVolumes volumes,
    Optional<Duration> stopTimeout) {
  public static final RemoveOptions DEFAULT =
      new RemoveOptions(new TreeSet<>(), Running.LEAVE, AnonymousVolumes.KEEP, Optional.empty());

  /** What becomes of containers that run. */
  public enum Running {
    LEAVE,
    STOP
  }

  public RemoveOptions {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }
}
