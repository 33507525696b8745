package dev.fermata.buildkit.client;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Names that nobody else has: of solves and sessions. */
final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BITS = 124;
  private static final int LENGTH = 25;

  private Ids() {}

  /** 25 lower-case letters and digits, as BuildKit's own clients make them. */
  static String random() {
    String digits = new BigInteger(BITS, RANDOM).toString(Character.MAX_RADIX);
    return "0".repeat(LENGTH - digits.length()) + digits;
  }
}
