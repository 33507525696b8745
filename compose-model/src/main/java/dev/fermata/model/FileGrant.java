package dev.fermata.model;

import java.util.Optional;

/** A secret or config given to a service: the key of the file and where it appears. */
public record FileGrant(
    String source,
    String target,
    Optional<String> uid,
    Optional<String> gid,
    Optional<Integer> mode) {

  /** Whether it says whose the file is to be, or who may read it: a mount cannot be that. */
  public boolean hasPermissions() {
    return uid.isPresent() || gid.isPresent() || mode.isPresent();
  }
}
