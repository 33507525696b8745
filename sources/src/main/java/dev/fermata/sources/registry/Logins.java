package dev.fermata.sources.registry;

import java.util.Optional;

/** Where the user's logins to registries are kept. Asked only when a registry wants one. */
@FunctionalInterface
public interface Logins {

  /** For who reads only what everybody may read. */
  Logins NONE = registry -> Optional.empty();

  /** {@code registry} is as references name it: {@code docker.io}, {@code host:5000}. */
  Optional<Login> to(String registry);
}
