package dev.fermata.planner.observed;

import java.util.Optional;

/** A mount of a container: its type as the engine says it, the volume's name where it is one. */
public record ObservedMount(String type, Optional<String> volume, String source, String target) {}
