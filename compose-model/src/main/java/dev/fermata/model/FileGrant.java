package dev.fermata.model;

import java.util.Optional;

/** A secret or config given to a service: the key of the file and where it appears. */
public record FileGrant(
    String source,
    String target,
    Optional<String> uid,
    Optional<String> gid,
    Optional<Integer> mode) {}
