package dev.fermata.runner;

import dev.fermata.model.ServiceName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an attached {@code up} shows and when it ends: the services whose lines are shown, and those
 * whose ends are waited for (none means all); {@code exitCodeFrom} names the service whose first
 * exit code becomes that of the command.
 */
public record Attachment(
    SortedSet<ServiceName> shown,
    SortedSet<ServiceName> awaited,
    Until until,
    Optional<ServiceName> exitCodeFrom) {

  /** What ends it, beside a cancellation. */
  public enum Until {
    ALL_ENDED,
    /** {@code --abort-on-container-exit} */
    FIRST_EXIT,
    /** {@code --abort-on-container-failure} */
    FIRST_FAILURE
  }

  public static final Attachment TO_ALL =
      new Attachment(new TreeSet<>(), new TreeSet<>(), Until.ALL_ENDED, Optional.empty());

  public Attachment {
    shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
    awaited = Collections.unmodifiableSortedSet(new TreeSet<>(awaited));
  }

  boolean shows(ServiceName service) {
    return shown.isEmpty() || shown.contains(service);
  }

  boolean endsAt(int exitCode) {
    return switch (until) {
      case ALL_ENDED -> false;
      case FIRST_EXIT -> true;
      case FIRST_FAILURE -> exitCode != 0;
    };
  }
}
