package dev.fermata.runner.engine.listing;

import java.time.Instant;
import java.util.Optional;

/**
 * From when and until when events are asked for. Without a begin they are those that come; without
 * an end they go on until somebody closes them.
 */
public record EventWindow(Optional<Instant> since, Optional<Instant> until) {}
