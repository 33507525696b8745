package dev.fermata.sources.registry;

import dev.fermata.model.digest.Sha256;

/** {@code sha256:...} of bytes. */
final class Digests {
  static final String ALGORITHM = "sha256:";

  private Digests() {}

  static String of(byte[] content) {
    return ALGORITHM + Sha256.hex(content);
  }

  static String hex(String digest) {
    return digest.substring(ALGORITHM.length());
  }
}
