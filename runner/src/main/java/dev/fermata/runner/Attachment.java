package dev.fermata.runner;

import dev.fermata.model.ServiceName;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an attached {@code up} shows and when it ends: the services whose lines are shown, and those
 * whose ends count, shown or not; {@code exitCodeFrom} names the service whose exit code becomes
 * that of the command.
 */
public record Attachment(
    SortedSet<ServiceName> shown,
    SortedSet<ServiceName> counted,
    Until until,
    Optional<ServiceName> exitCodeFrom) {

  /** What ends it, beside a cancellation. */
  public enum Until {
    ALL_ENDED,
    /** {@code --abort-on-container-exit} */
    FIRST_EXIT,
    /** The same as Docker Compose has it: a job that somebody waits for counts as any other. */
    FIRST_EXIT_OF_ANY,
    /** {@code --abort-on-container-failure} */
    FIRST_FAILURE
  }

  public Attachment {
    shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
    counted = Collections.unmodifiableSortedSet(new TreeSet<>(counted));
  }

  /** Shows these, and stays until all of them have ended. */
  public static Attachment to(Set<ServiceName> services) {
    var all = new TreeSet<>(services);
    return new Attachment(all, all, Until.ALL_ENDED, Optional.empty());
  }

  /** Everything that is followed, for its lines or for its ends. */
  SortedSet<ServiceName> followed() {
    var all = new TreeSet<>(counted);
    all.addAll(shown);
    exitCodeFrom.ifPresent(all::add);
    return all;
  }

  boolean shows(ServiceName service) {
    return shown.contains(service);
  }

  /** Whether it stays while this one lives: as Docker Compose, it stays for those it shows. */
  boolean staysFor(ServiceName service) {
    return shown.isEmpty() || shows(service) || exitCodeFrom.filter(service::equals).isPresent();
  }
}
