package dev.fermata.runner.docker.created;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where we differ from Docker Compose on purpose. A line is a path, in which {@code *} stands for
 * any name, after {@code on 20.10} if it holds on that engine only; the lines with {@code #} above
 * it say why.
 */
record Differences(List<Difference> all) {
  private static final Pattern ON_ENGINE = Pattern.compile("on (\\S+) (.*)");

  record Difference(Optional<String> engine, String path, String reason) {
    static Difference parse(String line, String reason) {
      var match = ON_ENGINE.matcher(line);
      return match.matches()
          ? new Difference(Optional.of(match.group(1)), match.group(2), reason)
          : new Difference(Optional.empty(), line, reason);
    }

    boolean covers(String place) {
      String pattern = Pattern.quote(path).replace("*", "\\E[^/]*\\Q");
      return place.matches(pattern + "(/.*)?");
    }
  }

  static Differences parse(String text) {
    var all = new ArrayList<Difference>();
    var reason = new StringBuilder();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("#")) {
        reason.append(line.substring(1));
      } else if (line.isEmpty()) {
        reason.setLength(0);
      } else {
        all.add(Difference.parse(line, reason.toString().strip()));
      }
    }
    return new Differences(all);
  }

  Differences on(String engine) {
    return new Differences(
        all.stream().filter(it -> it.engine().filter(e -> !e.equals(engine)).isEmpty()).toList());
  }

  Differences and(Differences others) {
    var both = new ArrayList<>(all);
    both.addAll(others.all);
    return new Differences(both);
  }

  /** The places that differ and are not meant to: what Docker Compose has, and what we have. */
  static SortedMap<String, String> between(Object theirs, Object ours) {
    SortedMap<String, String> left = places(theirs);
    SortedMap<String, String> right = places(ours);
    var places = new TreeSet<>(left.keySet());
    places.addAll(right.keySet());
    var differing = new TreeMap<String, String>();
    for (String place : places) {
      String one = left.getOrDefault(place, "nothing");
      String other = right.getOrDefault(place, "nothing");
      if (!one.equals(other)) {
        differing.put(place, "Docker Compose: " + one + ", here: " + other);
      }
    }
    return differing;
  }

  private static SortedMap<String, String> places(Object value) {
    var places = new TreeMap<String, String>();
    collect("", value, places);
    return places;
  }

  /** What tells the items of a list apart. */
  private static String name(Map<?, ?> item) {
    return Stream.of("Target", "Destination", "Name", "Subnet", "Path", "PathInContainer")
        .filter(item::containsKey)
        .map(key -> item.get(key).toString().replace('/', '|'))
        .findFirst()
        .orElseGet(item::toString);
  }

  private static void collect(String path, Object value, SortedMap<String, String> places) {
    switch (value) {
      case List<?> list when list.stream().allMatch(it -> it instanceof Map<?, ?>) ->
          list.forEach(item -> collect(path + "/" + name((Map<?, ?>) item), item, places));
      case Map<?, ?> map ->
          map.forEach((key, member) ->
              collect(path.isEmpty() ? key.toString() : path + "/" + key, member, places));
      default -> places.put(path, String.valueOf(value));
    }
  }
}
