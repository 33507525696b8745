package dev.fermata.cli.text;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ports as the docker client lists them: neighbours that are published under their own numbers are
 * joined to ranges, the others stand alone and last.
 */
public final class PortText {
  private record Range(int first, int last) {
    String numbers() {
      return first == last ? String.valueOf(first) : first + "-" + last;
    }
  }

  private PortText() {}

  /** Where a port of the host is: {@code 0.0.0.0:8080}. */
  public static String published(ObservedPort port) {
    return address(port.hostIp(), String.valueOf(port.published()));
  }

  static String of(List<ObservedPort> ports) {
    Map<String, Range> open = new LinkedHashMap<>();
    var texts = new ArrayList<String>();
    var mapped = new ArrayList<String>();
    for (ObservedPort port : sorted(ports)) {
      if (port.published() != 0 && port.published() != port.target()) {
        mapped.add(
            address(port.hostIp(), String.valueOf(port.published()))
                + "->"
                + port.target()
                + "/"
                + port.protocol());
        continue;
      }
      String key = (port.published() == 0 ? "" : port.hostIp()) + "/" + port.protocol();
      Range range = open.get(key);
      if (range != null && port.target() == range.last() + 1) {
        open.put(key, new Range(range.first(), port.target()));
        continue;
      }
      if (range != null) {
        texts.add(text(key, range));
      }
      open.put(key, new Range(port.target(), port.target()));
    }
    open.forEach((key, range) -> texts.add(text(key, range)));
    texts.addAll(mapped);
    return String.join(", ", texts);
  }

  private static List<ObservedPort> sorted(List<ObservedPort> ports) {
    return ports.stream()
        .sorted(
            comparingInt(ObservedPort::target)
                .thenComparing(ObservedPort::hostIp)
                .thenComparingInt(ObservedPort::published)
                .thenComparing(comparing(ObservedPort::protocol)))
        .toList();
  }

  private static String text(String key, Range range) {
    int slash = key.lastIndexOf('/');
    String ip = key.substring(0, slash);
    String published = ip.isEmpty() ? "" : address(ip, range.numbers()) + "->";
    return published + range.numbers() + key.substring(slash);
  }

  private static String address(String ip, String port) {
    return ip.contains(":") ? "[" + ip + "]:" + port : ip + ":" + port;
  }
}
