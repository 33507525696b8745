package dev.fermata.runner.engine.listing;

import dev.fermata.model.Platform;
import java.time.Instant;
import java.util.Optional;

/**
 * An image that the engine has. {@code created} is empty where it does not say, {@code lastTagged}
 * where it has no tag of its own making.
 */
public record ImageListing(
    String id,
    Platform platform,
    long size,
    Optional<Instant> created,
    Optional<Instant> lastTagged) {}
