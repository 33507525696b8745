package dev.fermata.planner.request;

import dev.fermata.model.ServiceName;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the user asks of {@code stop}; without services, all of them. */
public record StopOptions(SortedSet<ServiceName> services, Optional<Duration> timeout) {
  public static final StopOptions DEFAULT = new StopOptions(new TreeSet<>(), Optional.empty());

  public StopOptions {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }
}
