package dev.fermata.planner.request;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which containers a command is about. With a model those of its active services, or of the ones
 * named, whatever their profile; without a model all of the project, by its labels. A container of
 * a service that the model does not know may well be another model's that has the same project
 * name, so that only {@code --remove-orphans} reaches it.
 */
public record Scope(Optional<Project> project, SortedSet<ServiceName> named) {

  /** What a container is to a command. */
  public enum Standing {
    /** The command is about it. */
    MEANT,
    /** A run of its own ({@code run}) of a service that the command is about. */
    ONE_OFF,
    /** It runs, or ran, for a hook of a service that the command is about. */
    HOOK,
    /** Other services are named. */
    UNNAMED,
    /** Of a service that a profile or a selection leaves out. */
    INACTIVE,
    /** Of a service that the model does not know. */
    ORPHAN
  }

  public Scope {
    named = Collections.unmodifiableSortedSet(new TreeSet<>(named));
  }

  public static Scope of(Optional<Project> project, Set<ServiceName> named) {
    return new Scope(project, new TreeSet<>(named));
  }

  /** A one-off goes with its service: that of an orphan is one itself. */
  public Standing of(ObservedContainer container) {
    Standing standing = of(container.service());
    if (standing != Standing.MEANT) {
      return standing;
    }
    if (container.isHook()) {
      return Standing.HOOK;
    }
    return container.oneOff() ? Standing.ONE_OFF : Standing.MEANT;
  }

  /** What belongs to a service is to the command what a replica of it is. */
  public Standing of(ServiceName service) {
    if (!isKnown(service)) {
      return Standing.ORPHAN;
    }
    if (!includes(service)) {
      return isActive(service) ? Standing.UNNAMED : Standing.INACTIVE;
    }
    return Standing.MEANT;
  }

  /** Whether a command is about the replicas of a service. */
  public boolean includes(ServiceName service) {
    return named.isEmpty() ? isActive(service) : named.contains(service);
  }

  /** Whether a command may reach a service for the sake of those that it is about. */
  public boolean reaches(ServiceName service) {
    return isActive(service) || named.contains(service);
  }

  private boolean isActive(ServiceName service) {
    return project.map(p -> p.services().containsKey(service)).orElse(true);
  }

  private boolean isKnown(ServiceName service) {
    return project.map(p -> p.disabled().containsKey(service)).orElse(true) || isActive(service);
  }
}
