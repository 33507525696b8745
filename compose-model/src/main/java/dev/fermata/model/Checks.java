package dev.fermata.model;

import dev.fermata.model.ready.Readiness;
import java.util.Optional;

/** How one knows that a service is well: by the engine's checks, and when it is ready by ours. */
public record Checks(Optional<Health> health, Optional<Readiness> readiness) {}
