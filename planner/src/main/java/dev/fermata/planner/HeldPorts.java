package dev.fermata.planner;

import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ports of containers that go, if only for their successors. */
record HeldPorts(List<Held> held) {

  record Held(HostPort port, ObservedContainer by) {}

  HeldPorts {
    held = List.copyOf(held);
  }

  /** Those of the fates, and of the containers {@code removed} beside. */
  static HeldPorts of(
      UpScene scene, Collection<ServiceFate> fates, Predicate<ObservedContainer> removed) {
    Stream<ObservedContainer> going =
        fates.stream()
            .flatMap(fate -> fate.fates().stream())
            .filter(HeldPorts::goes)
            .flatMap(fate -> fate.there().stream());
    List<Held> held = new ArrayList<>();
    Stream.concat(going, scene.inventory().containers().stream().filter(removed))
        .forEach(container ->
            HostPort.heldBy(container).forEach(port -> held.add(new Held(port, container))));
    return new HeldPorts(held);
  }

  private static boolean goes(Fate fate) {
    return switch (fate) {
      case Fate.Recreate recreate -> true;
      case Fate.RemoveFirst first -> true;
      case Fate.Remove remove -> true;
      case Fate.Restart restart -> false;
      case Fate.Create create -> false;
      case Fate.Keep keep -> false;
      case Fate.Start start -> false;
    };
  }

  /** What has to be so before somebody may have these ports. */
  List<Fact> free(Collection<HostPort> wanted) {
    return held.stream()
        .filter(it -> wanted.stream().anyMatch(it.port()::collides))
        .map(it -> Fact.portsFree(it.by()))
        .distinct()
        .toList();
  }
}
