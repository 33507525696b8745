package dev.fermata.planner.request;

import dev.fermata.model.ServiceName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the user asks of {@code start}; without services, all of them. */
public record StartOptions(
    SortedSet<ServiceName> services, UpOptions.Gates gates, UpOptions.Waiting waiting) {
  public static final StartOptions DEFAULT =
      new StartOptions(new TreeSet<>(), UpOptions.Gates.READY, UpOptions.Waiting.USUAL);

  public StartOptions {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }
}
