package dev.fermata.planner.command;

import static java.util.stream.Collectors.toSet;

import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.StepList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Containers that share a namespace with one that a command starts anew, and that it does not take
 * along: they run on with what is left of the old one, which has to be said.
 */
record LeftBehind(Inventory inventory, StepList steps) {

  /** {@code anew} are those that start anew; {@code along} those that the plan sees to. */
  void note(Collection<ObservedContainer> anew, Collection<ObservedContainer> along) {
    Set<String> ids = along.stream().map(ObservedContainer::id).collect(toSet());
    List<ObservedContainer> others =
        Stream.concat(inventory.containers().stream(), inventory.neighbours().stream())
            .filter(container -> container.state().mayRun() && !ids.contains(container.id()))
            .toList();
    for (ObservedContainer partner : anew) {
      others.forEach(container -> note(container, partner));
    }
  }

  private void note(ObservedContainer container, ObservedContainer partner) {
    container.joined().entrySet().stream()
        .filter(join -> join.getValue().equals(partner.id()))
        .findFirst()
        .map(join -> text(container, partner, join))
        .ifPresent(steps::note);
  }

  private static String text(
      ObservedContainer container, ObservedContainer partner, Map.Entry<String, String> join) {
    String loses =
        "`%s` is joined to `%s` (`%s`), which starts anew, and loses what it shares with it"
            .formatted(container.name(), partner.name(), join.getKey());
    boolean sameProject = container.label(Labels.PROJECT).equals(partner.label(Labels.PROJECT));
    return sameProject && !container.oneOff()
        ? loses + "; `up " + container.service() + "` joins it again"
        : loses;
  }
}
