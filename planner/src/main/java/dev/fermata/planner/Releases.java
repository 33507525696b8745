package dev.fermata.planner;

import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** From which step on the names and ports of containers that go are free for others. */
final class Releases {

  private record Port(HostPort port, int step) {}

  private final Map<String, Integer> names = new HashMap<>();
  private final List<Port> ports = new ArrayList<>();

  void stopped(ObservedContainer container, int step) {
    HostPort.heldBy(container).forEach(port -> ports.add(new Port(port, step)));
  }

  void removed(ObservedContainer container, int step) {
    names.put(container.name(), step);
    stopped(container, step);
  }

  SortedSet<Integer> of(String name) {
    SortedSet<Integer> steps = new TreeSet<>();
    if (names.containsKey(name)) {
      steps.add(names.get(name));
    }
    return steps;
  }

  SortedSet<Integer> of(Collection<HostPort> wanted) {
    SortedSet<Integer> steps = new TreeSet<>();
    for (Port released : ports) {
      if (wanted.stream().anyMatch(released.port()::collides)) {
        steps.add(released.step());
      }
    }
    return steps;
  }
}
