package dev.fermata.planner.conflict;

import dev.fermata.model.text.IpAddress;
import dev.fermata.planner.spec.NetworkSpec;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A range of addresses: {@code 10.0.0.0/24}, {@code fd00::/64}. */
public record Subnet(String text, Address address, int prefix) {
  private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

  /** An address as a number of so many bits. */
  record Address(BigInteger value, int width) {
    private static final int V4 = 32;
    private static final int V6 = 128;
    private static final int GROUPS = 8;

    static Optional<Address> of(String text) {
      if (!IpAddress.isValid(text)) {
        return Optional.empty();
      }
      return Optional.of(
          text.contains(":")
              ? new Address(number(groups(text).stream(), 16, 16), V6)
              : new Address(bytes(text), V4));
    }

    private static BigInteger bytes(String text) {
      return number(Stream.of(text.split("\\.", -1)), 10, 8);
    }

    private static BigInteger number(Stream<String> parts, int radix, int bits) {
      return parts
          .map(part -> new BigInteger(part, radix))
          .reduce(BigInteger.ZERO, (number, part) -> number.shiftLeft(bits).or(part));
    }

    /** All eight, without the gap; an IPv4 address at the end is the last two. */
    private static List<String> groups(String text) {
      int gap = text.indexOf("::");
      if (gap < 0) {
        return written(text);
      }
      List<String> before = written(text.substring(0, gap));
      List<String> after = written(text.substring(gap + 2));
      int missing = GROUPS - before.size() - after.size();
      return Stream.of(before, Collections.nCopies(missing, "0"), after)
          .flatMap(List::stream)
          .toList();
    }

    private static List<String> written(String text) {
      return text.isEmpty()
          ? List.of()
          : Stream.of(text.split(":", -1)).flatMap(Address::group).toList();
    }

    private static Stream<String> group(String text) {
      if (!text.contains(".")) {
        return Stream.of(text);
      }
      BigInteger tail = bytes(text);
      BigInteger low = BigInteger.ONE.shiftLeft(16).subtract(BigInteger.ONE);
      return Stream.of(tail.shiftRight(16).toString(16), tail.and(low).toString(16));
    }
  }

  /** Empty where the text is not one. */
  public static Optional<Subnet> of(String text) {
    String[] parts = text.split("/", 2);
    if (parts.length < 2 || !LENGTH.matcher(parts[1]).matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(parts[1]);
    return Address.of(parts[0])
        .filter(address -> prefix <= address.width())
        .map(address -> new Subnet(text, address, prefix));
  }

  /** Those that a network asks for. */
  public static List<Subnet> of(NetworkSpec network) {
    return network.ipam().stream()
        .flatMap(ipam -> ipam.pools().stream())
        .flatMap(pool -> pool.subnet().stream())
        .flatMap(subnet -> of(subnet).stream())
        .toList();
  }

  /** Whether an address is in it; what is no address is not. */
  boolean contains(String address) {
    return Address.of(address).filter(it -> agrees(it, prefix)).isPresent();
  }

  public boolean isV4() {
    return address.width() == Address.V4;
  }

  /** Its first address as a number; of IPv4 only. */
  public long low() {
    int rest = Address.V4 - prefix;
    return address.value().shiftRight(rest).shiftLeft(rest).longValueExact();
  }

  /** Its last address as a number; of IPv4 only. */
  public long high() {
    return low() + (1L << (Address.V4 - prefix)) - 1;
  }

  /** An IPv4 address as a number. */
  static Optional<Long> v4(String text) {
    return Address.of(text)
        .filter(address -> address.width() == Address.V4)
        .map(address -> address.value().longValueExact());
  }

  public boolean overlaps(Subnet other) {
    return agrees(other.address, Math.min(prefix, other.prefix));
  }

  private boolean agrees(Address other, int bits) {
    int rest = address.width() - bits;
    return address.width() == other.width()
        && address.value().shiftRight(rest).equals(other.value().shiftRight(rest));
  }

  @Override
  public String toString() {
    return text;
  }
}
