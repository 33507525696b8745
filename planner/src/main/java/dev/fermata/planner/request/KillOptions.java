package dev.fermata.planner.request;

import dev.fermata.model.ServiceName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the user asks of {@code kill}; without services, all of them. The signal is by name or by
 * number, as the engine reads it.
 */
public record KillOptions(SortedSet<ServiceName> services, String signal, OrphanPolicy orphans) {
  public static final KillOptions DEFAULT =
      new KillOptions(new TreeSet<>(), "SIGKILL", OrphanPolicy.IGNORE);

  public KillOptions {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }
}
