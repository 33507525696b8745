package dev.fermata.buildkit.status;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a part of a step is, by {@code vertex} and {@code id}: a layer that is pulled, a context
 * that is sent. {@code total} is 0 where nobody knows it.
 */
public record Transfer(
    String id,
    String vertex,
    String name,
    long current,
    long total,
    Optional<Instant> started,
    Optional<Instant> completed) {}
