package dev.fermata.model.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts and bytes. */
public final class Sha256 {
  private Sha256() {}

  /** Of texts with a zero byte between each two. */
  public static byte[] of(String... parts) {
    MessageDigest digest = algorithm();
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        digest.update((byte) 0);
      }
      digest.update(parts[i].getBytes(UTF_8));
    }
    return digest.digest();
  }

  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(algorithm().digest(content));
  }

  /** To be fed piece by piece. */
  public static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a bug: every Java has SHA-256", e);
    }
  }
}
