package dev.fermata.model.text;

import dev.fermata.model.PortMapping;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ports in short form: {@code [HOST_IP:][PUBLISHED[-END]:]TARGET[-END][/PROTOCOL]}. Ranges of one
 * length are paired; a published range over one target stays a range, of which the engine picks.
 */
public final class PortText {
  private static final int MOST = 65_535;

  private record Range(int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  private PortText() {}

  public static Parsed<List<PortMapping>> parse(String text) {
    return Parsed.attempt(() -> mappings(text));
  }

  private static List<PortMapping> mappings(String text) {
    int slash = text.lastIndexOf('/');
    String ports = slash < 0 ? text : text.substring(0, slash);
    String protocol = slash < 0 ? "tcp" : protocol(text, slash + 1);
    int last = ports.lastIndexOf(':');
    int before = last < 0 ? -1 : ports.lastIndexOf(':', last - 1);
    Range target = range(ports, last + 1, ports.length());
    if (target.first == 0) {
      throw new Mistake(last + 1, 1, "a container has no port 0");
    }
    Optional<String> hostIp = hostIp(ports, before);
    if (last < 0 || last == before + 1) {
      return open(target, hostIp, protocol);
    }
    Range published = range(ports, before + 1, last);
    if (published.size() != target.size() && target.size() != 1) {
      throw new Mistake(
          0, text.length(), "a range of target ports needs a published range of the same length");
    }
    return pairs(target, published, hostIp, protocol);
  }

  private static String protocol(String text, int from) {
    String protocol = text.substring(from).toLowerCase(Locale.ROOT);
    if (protocol.isEmpty()) {
      return "tcp";
    }
    if (!List.of("tcp", "udp", "sctp").contains(protocol)) {
      throw new Mistake(
          from,
          Math.max(1, text.length() - from),
          whole ->
              Message.of("unknown protocol `%s`: it is `tcp`, `udp` or `sctp`", whole.from(from)));
    }
    return protocol;
  }

  private static Optional<String> hostIp(String ports, int end) {
    if (end <= 0) {
      return Optional.empty();
    }
    String ip = ports.substring(0, end);
    String bare = ip.startsWith("[") && ip.endsWith("]") ? ip.substring(1, ip.length() - 1) : ip;
    if (!IpAddress.isValid(bare)) {
      throw new Mistake(0, end, text -> Message.of("`%s` is not an IP address", text.part(0, end)));
    }
    return Optional.of(bare);
  }

  private static Range range(String ports, int from, int to) {
    int dash = ports.indexOf('-', from);
    if (dash < 0 || dash >= to) {
      int port = port(ports, from, to);
      return new Range(port, port);
    }
    var range = new Range(port(ports, from, dash), port(ports, dash + 1, to));
    if (range.size() < 1) {
      throw new Mistake(from, to - from, "the range of ports ends before it begins");
    }
    return range;
  }

  private static int port(String ports, int from, int to) {
    String digits = ports.substring(from, to);
    if (digits.isEmpty()) {
      throw new Mistake(Math.max(0, from - 1), 1, "a port is missing");
    }
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Mistake(
          from, to - from, text -> Message.of("`%s` is not a port", text.part(from, to)));
    }
    if (digits.length() > 9 || Integer.parseInt(digits) > MOST) {
      throw new Mistake(
          from,
          to - from,
          text -> Message.of("port `%s` is above %s", text.part(from, to), Quote.number(MOST)));
    }
    return Integer.parseInt(digits);
  }

  private static List<PortMapping> open(Range target, Optional<String> hostIp, String protocol) {
    var mappings = new ArrayList<PortMapping>();
    for (int port = target.first; port <= target.last; port++) {
      mappings.add(new PortMapping(port, Optional.empty(), hostIp, protocol));
    }
    return inOrder(mappings);
  }

  private static List<PortMapping> pairs(
      Range target, Range published, Optional<String> hostIp, String protocol) {
    if (target.size() == 1) {
      String host = published.first + (published.size() == 1 ? "" : "-" + published.last);
      return List.of(new PortMapping(target.first, Optional.of(host), hostIp, protocol));
    }
    var mappings = new ArrayList<PortMapping>();
    for (int i = 0; i < target.size(); i++) {
      String host = Integer.toString(published.first + i);
      mappings.add(new PortMapping(target.first + i, Optional.of(host), hostIp, protocol));
    }
    return inOrder(mappings);
  }

  /** Docker Compose sorts what one text expands to as text: 10000 stands before 9999. */
  private static List<PortMapping> inOrder(List<PortMapping> mappings) {
    return mappings.stream()
        .sorted(Comparator.comparing(port -> port.target() + "/" + port.protocol()))
        .toList();
  }
}
