package dev.fermata.model;

import java.util.Optional;

/**
 * What a service waits for. {@code explicit} tells a condition that the user wrote from the {@code
 * service_started} of a plain list, where readiness is awaited if there is a healthcheck. {@code
 * implied} names the attribute that a dependency follows from ({@code links}, {@code network_mode},
 * ...).
 */
public record Dependency(
    ServiceName service,
    Condition condition,
    boolean explicit,
    boolean restart,
    boolean required,
    Optional<String> implied) {

  /** Docker Compose's conditions. */
  public enum Condition {
    STARTED("service_started"),
    HEALTHY("service_healthy"),
    COMPLETED("service_completed_successfully");

    private final String text;

    Condition(String text) {
      this.text = text;
    }

    /** As in a Compose file. */
    public String text() {
      return text;
    }
  }
}
