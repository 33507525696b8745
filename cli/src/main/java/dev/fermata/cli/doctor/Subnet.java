package dev.fermata.cli.doctor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the addresses of IP version 4: {@code 172.17.0.0/16}. */
record Subnet(long first, int bits) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
  private static final int ALL_BITS = 32;

  /** Empty for what is of version 6, or nothing of the kind. */
  static Optional<Subnet> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int part = 1; part <= 4; part++) {
      address = address << 8 | Integer.parseInt(parts.group(part));
    }
    int bits = Math.min(ALL_BITS, Integer.parseInt(parts.group(5)));
    return Optional.of(new Subnet(address & -(1L << (ALL_BITS - bits)), bits));
  }

  long size() {
    return 1L << (ALL_BITS - bits);
  }

  long end() {
    return first + size();
  }

  boolean overlaps(Subnet other) {
    return first < other.end() && other.first < end();
  }
}
