package dev.fermata.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Amounts of bytes as the docker client prints them. */
public final class Sizes {
  private static final String[] DECIMAL = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Sizes() {}

  /** {@code 1.98MB}: thousands, three digits. */
  public static String decimal(long bytes) {
    return text(bytes, 1000, DECIMAL, 3);
  }

  /** {@code 23.54GiB}: powers of 1024, four digits. */
  public static String binary(long bytes) {
    return text(bytes, 1024, BINARY, 4);
  }

  private static String text(long bytes, int base, String[] units, int digits) {
    double size = bytes;
    int unit = 0;
    while (size >= base && unit < units.length - 1) {
      size /= base;
      unit++;
    }
    var rounded = new BigDecimal(size).round(new MathContext(digits));
    boolean isZero = rounded.signum() == 0;
    return (isZero ? "0" : rounded.stripTrailingZeros().toPlainString()) + units[unit];
  }
}
