package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.PortMapping;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;

/** The ports of the host that fake containers take while they run: single fixed ones. */
final class FakePorts {
  private FakePorts() {}

  static List<ObservedPort> of(FakeContainer container) {
    return container.isRunning() ? wanted(container) : List.of();
  }

  private static List<ObservedPort> wanted(FakeContainer container) {
    return container.spec().networking().ports().stream()
        .filter(port -> port.published().filter(text -> text.matches("\\d+")).isPresent())
        .map(FakePorts::observed)
        .toList();
  }

  private static ObservedPort observed(PortMapping port) {
    return new ObservedPort(
        port.hostIp().orElse("0.0.0.0"),
        Integer.parseInt(port.published().orElseThrow()),
        port.target(),
        port.protocol());
  }

  /** A port is given once for each address and protocol. */
  static void check(FakeWorld world, FakeContainer starting) {
    for (ObservedPort wanted : wanted(starting)) {
      boolean taken =
          world.containers.values().stream()
              .flatMap(container -> of(container).stream())
              .anyMatch(port -> isSame(port, wanted));
      if (taken) {
        throw refusal(Kind.PORT_IN_USE, "port is already allocated: " + wanted.published());
      }
    }
  }

  private static boolean isSame(ObservedPort one, ObservedPort other) {
    return one.hostIp().equals(other.hostIp())
        && one.published() == other.published()
        && one.protocol().equals(other.protocol());
  }
}
