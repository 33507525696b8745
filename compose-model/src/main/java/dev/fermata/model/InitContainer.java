package dev.fermata.model;

/**
 * A container that runs to its end before a service starts ({@code pre_start}): all that the
 * service has and the hook does not say is in {@code container}, but for mounts. It runs once for
 * the service, or for each of its containers.
 */
public record InitContainer(Service container, Runs runs) {

  /** How often it runs. */
  public enum Runs {
    ONCE,
    PER_REPLICA
  }
}
