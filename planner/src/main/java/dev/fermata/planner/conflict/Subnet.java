package dev.fermata.planner.conflict;

import java.util.Optional;

/** A range of IPv4 addresses: {@code 10.0.0.0/24}. */
record Subnet(long base, int bits) {
  private static final int WIDTH = 32;

  /** Empty where the text is not one. */
  static Optional<Subnet> parse(String text) {
    String[] parts = text.split("/", 2);
    if (parts.length < 2 || !parts[1].matches("\\d|[12]\\d|3[0-2]")) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(parts[1]);
    return address(parts[0]).map(base -> new Subnet(base, bits));
  }

  private static Optional<Long> address(String text) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      return Optional.empty();
    }
    long address = 0;
    for (String part : text.split("\\.", -1)) {
      address = (address << 8) + Integer.parseInt(part);
    }
    return Optional.of(address);
  }

  /** Whether an address is in it; what is not one of IPv4 is not. */
  boolean contains(String text) {
    int rest = WIDTH - bits;
    return address(text).filter(it -> it >> rest == base >> rest).isPresent();
  }
}
