package dev.fermata.planner.request;

import dev.fermata.model.ServiceName;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the user asks of {@code down}; without services it takes the whole project. */
public record DownOptions(
    SortedSet<ServiceName> services,
    Volumes volumes,
    RemoveImages images,
    OrphanPolicy orphans,
    Optional<Duration> stopTimeout) {

  public static final DownOptions DEFAULT =
      new DownOptions(
          new TreeSet<>(), Volumes.KEEP, RemoveImages.NONE, OrphanPolicy.NOTE, Optional.empty());

  /** What becomes of the project's volumes, named and anonymous; external ones always stay. */
  public enum Volumes {
    KEEP,
    REMOVE
  }

  /** Which images go: none, those without a name of the user's own, or all of the services'. */
  public enum RemoveImages {
    NONE,
    LOCAL,
    ALL
  }

  public DownOptions {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }

  public DownOptions withServices(Set<ServiceName> changed) {
    return new DownOptions(new TreeSet<>(changed), volumes, images, orphans, stopTimeout);
  }

  public DownOptions withVolumes(Volumes changed) {
    return new DownOptions(services, changed, images, orphans, stopTimeout);
  }

  public DownOptions withImages(RemoveImages changed) {
    return new DownOptions(services, volumes, changed, orphans, stopTimeout);
  }

  public DownOptions withOrphans(OrphanPolicy changed) {
    return new DownOptions(services, volumes, images, changed, stopTimeout);
  }

  public DownOptions withStopTimeout(Optional<Duration> changed) {
    return new DownOptions(services, volumes, images, orphans, changed);
  }
}
