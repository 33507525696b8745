package dev.fermata.sources.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** {@code sha256:...} of bytes. */
final class Digests {
  static final String ALGORITHM = "sha256:";

  private Digests() {}

  static String of(byte[] content) {
    return ALGORITHM + HexFormat.of().formatHex(algorithm().digest(content));
  }

  static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a bug: every Java has SHA-256", e);
    }
  }

  static String hex(String digest) {
    return digest.substring(ALGORITHM.length());
  }
}
