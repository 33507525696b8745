package dev.fermata.runner.docker;

import dev.fermata.planner.NetworkSpec;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses, as {@code 10.0.0.0/24}. */
record Subnet(String text, InetAddress address, int prefix) {
  private static final Pattern FORM =
      Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/\\d{1,3}");

  /** Empty where the text is no subnet. */
  static Optional<Subnet> of(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    try {
      // Of an address in digits, this asks nobody.
      InetAddress address = InetAddress.getByName(text.substring(0, slash));
      return Optional.of(new Subnet(text, address, Integer.parseInt(text.substring(slash + 1))));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Those that a network asks for. */
  static List<Subnet> of(NetworkSpec network) {
    return network.ipam().stream()
        .flatMap(ipam -> ipam.pools().stream())
        .flatMap(pool -> pool.subnet().stream())
        .flatMap(text -> of(text).stream())
        .toList();
  }

  boolean overlaps(Subnet other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    int common = Math.min(prefix, other.prefix);
    int rest = mine.length * 8 - Math.min(common, mine.length * 8);
    return new BigInteger(1, mine)
        .shiftRight(rest)
        .equals(new BigInteger(1, theirs).shiftRight(rest));
  }

  @Override
  public String toString() {
    return text;
  }
}
